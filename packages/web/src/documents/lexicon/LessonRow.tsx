import type { LessonItem } from '@yipanqi/model'
import { lessonKindWords } from '@yipanqi/model/lexicon-words.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { fullDay } from '../../format/dates.ts'

/** One correction: what was changed, by which words it is known again, who, when, out of which document. */
export function LessonRow({ item, onChange }: { item: LessonItem; onChange: () => void }): ReactNode {
  const gone = item.state === 'withdrawn'
  return (
    <li className={gone ? 'lesson lesson-gone' : 'lesson'}>
      <div className="lesson-what">
        <div>
          <span className="lesson-kind">{lessonKindWords[item.kind]}</span>
          <Change item={item} />
        </div>
        <div className="lesson-words">
          {item.kind === 'role' ? '照这样写的句子' : item.kind === 'alias' ? '文件里写' : '说到'}：
          {item.words.map((word) => (
            <span key={word} className="lesson-word">
              {word}
            </span>
          ))}
          {item.beside.length > 0 && '与'}
          {item.beside.map((word) => (
            <span key={word} className="lesson-word">
              {word}
            </span>
          ))}
        </div>
        {item.kind !== 'alias' && <p className="lesson-sample">{item.sample}</p>}
        <p className="small mute">
          {fullDay(item.on)} {item.by} {item.times > 1 && `· 改过 ${item.times} 次`}
          {item.document && (
            <>
              {' · '}
              <Link to="/documents/$id" params={{ id: String(item.document.id) }}>
                {item.document.title}
              </Link>
            </>
          )}
          {item.kind === 'split' && ' · 只留存备查，读文件时不自动拆'}
        </p>
        {gone && (
          <p className="small lesson-reason">
            已撤回{item.changedOn && ` ${fullDay(item.changedOn)} ${item.changedBy ?? ''}`}：{item.reason}
          </p>
        )}
      </div>
      <Button
        className="no-print"
        aria-label={`${gone ? '恢复' : '撤回'}：${item.words.join('、')}`}
        onClick={onChange}
      >
        {gone ? '恢复' : '撤回'}
      </Button>
    </li>
  )
}

function Change({ item }: { item: LessonItem }): ReactNode {
  if (item.kind === 'merge') return <b>并入“{item.to}”</b>
  if (item.kind === 'split') return <b>拆为：{item.to}</b>
  if (item.kind === 'alias') return <b>即 {item.to}</b>
  return (
    <>
      {item.from && <del className="mute">{item.from}</del>} <b>{item.to}</b>
    </>
  )
}
