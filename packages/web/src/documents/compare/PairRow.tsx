import type { DocumentComparison } from '@yipanqi/model'
import { fateWords } from '@yipanqi/model/lexicon-words.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { moveWords } from './moves.ts'

type Pair = DocumentComparison['pairs'][number]

/** Which of the two a line is from, on the phone: the year where it tells them apart; a title would drown the line. */
function whichWords({ older, newer }: DocumentComparison): [older: string, newer: string] {
  const [before, after] = [older.date?.slice(0, 4), newer.date?.slice(0, 4)]
  return before && after && before !== after ? [`${before}年`, `${after}年`] : ['上一份', '这一份']
}

/** Both sentences and what moved between them; on the phone one below the other. */
export function PairRow({ pair, data }: { pair: Pair; data: DocumentComparison }): ReactNode {
  const [older, newer] = whichWords(data)
  return (
    <li className={`compare-pair compare-${pair.fate}`}>
      <div className="compare-said">
        <span className="compare-fate">{fateWords[pair.fate]}</span>
        {pair.moves.map((move) => (
          <span key={`${move.indicator}-${move.from?.text ?? ''}-${move.to?.text ?? ''}`} className="compare-move">
            {moveWords(move)}
          </span>
        ))}
      </div>
      <Side side={pair.older} document={data.older} which={older} missing="上一份没有提" />
      <Side side={pair.newer} document={data.newer} which={newer} missing="这一份不再提" />
    </li>
  )
}

function Side({
  side,
  document: doc,
  which,
  missing,
}: {
  side: Pair['older']
  document: DocumentComparison['older']
  which: string
  missing: string
}): ReactNode {
  if (!side) return <p className="compare-none mute">{missing}</p>
  return (
    <p className="compare-text">
      <span className="compare-which mute">{which}：</span>
      {side.text}{' '}
      <Link to="/documents/$id" params={{ id: String(doc.id) }} hash={`s${side.start}`} className="small no-print">
        原文
      </Link>
    </p>
  )
}
