// Many characters share their glyph with a radical, and PDF writers often name the radical: ⺠ stands where 民 was
// typed. Unicode folds the Kangxi radicals and compatibility characters itself; the supplement (U+2E80…) it does not.

const radicals = '⺁⺄⺈⺊⺌⺎⺒⺓⺗⺜⺝⺠⺧⺩⺫⺬⺶⺻⺽⻁⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰'
const characters = '厂乙刀卜小兀巳幺心日月民牛王目示羊聿臼虎西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙'
const folded = new Map([...radicals].map((radical, index) => [radical, characters[index] ?? radical]))

/** Text as it was typed: radicals back to the characters that look like them. */
export function foldRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fdf\uf900-\ufaff]/g,
    (character) => folded.get(character) ?? character.normalize('NFKC'),
  )
}
