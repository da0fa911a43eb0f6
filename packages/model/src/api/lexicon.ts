import { z } from 'zod'
import { lessonKinds, lessonStates } from '../lexicon-words.ts'
import { id, isoDate, pageOf, version } from './common.ts'

export const lesson = z
  .object({
    id,
    kind: z.enum(lessonKinds),
    words: z.array(z.string()).meta({ description: '认这条纠正的词' }),
    beside: z.array(z.string()).meta({ description: '并成一项：另一项的词' }),
    from: z.string().nullable().meta({ description: '原来的单位或类别' }),
    to: z.string().meta({ description: '改为的单位、类别，或拆出的各项' }),
    sample: z.string().meta({ description: '原句' }),
    times: z.number().int(),
    document: z.object({ id, title: z.string() }).nullable(),
    by: z.string(),
    on: isoDate,
    state: z.enum(lessonStates),
    reason: z.string().nullable(),
    changedBy: z.string().nullable(),
    changedOn: isoDate.nullable(),
    version,
  })
  .meta({ id: 'Lesson', description: '纠正词库里的一条' })
export const lessonPage = pageOf(lesson).meta({ id: 'LessonPage' })

export const withdrawLesson = z
  .object({ version, reason: z.string().trim().min(2).max(200) })
  .meta({ id: 'WithdrawLesson', description: '撤回：此后读文件不再用它' })
export const restoreLesson = z.object({ version }).meta({ id: 'RestoreLesson' })
export const addAlias = z
  .object({
    name: z
      .string()
      .trim()
      .regex(/^[\u4e00-\u9fffA-Za-z0-9（）“”·]{2,30}$/, '别名是 2—30 个字，不带标点'),
    unit: id,
  })
  .meta({ id: 'AddUnitAlias', description: '文件里的叫法，指本县哪个单位' })

export type LessonItem = z.infer<typeof lesson>
