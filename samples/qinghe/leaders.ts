// Who is in charge of what (县级领导分工). All names are invented. Every entry is dated, since the division of work
// changes with each reshuffle and an old document must still be read by the division of its day.
import type { SampleLeader } from '../types.ts'
import { townshipCodes } from './townships.ts'

type Row = (year: number) => SampleLeader
type Notice = (year: number) => string

const partyNotice: Notice = (year) => `青办发〔${year - 1}〕21号`
const governmentNotice: Notice = (year) => `青政办发〔${year - 1}〕33号`

function leader(
  code: string,
  name: string,
  title: string,
  short: string,
  duties: string,
  units: readonly string[],
  notice: Notice,
  earlier: readonly string[] = [],
): Row {
  return (year) => {
    const now = { units, from: `${year - 1}-09-15`, document: notice(year) }
    // Before last September's reshuffle some portfolios were cut differently.
    const before = { units: earlier, from: `${year - 3}-07-01`, document: `青政办发〔${year - 3}〕18号` }
    return { code, name, title, short, duties, portfolio: earlier.length > 0 ? [before, now] : [now] }
  }
}

const rows: readonly Row[] = [
  leader(
    'L01',
    '顾长川',
    '县委书记、县委财经委员会主任',
    '县委书记',
    '主持县委全面工作，牵头财经委员会',
    [],
    partyNotice,
  ),
  leader('L02', '纪明谦', '县委副书记、县长', '县长', '主持县政府全面工作，分管审计', ['Z01', 'Z21'], governmentNotice),
  leader(
    'L03',
    '卢见青',
    '县委副书记',
    '县委副书记',
    '党群、社会工作和信访，联系乡镇',
    ['D08', 'D09', 'D12', 'G01', 'G02', 'G03', ...townshipCodes],
    partyNotice,
  ),
  leader(
    'L04',
    '周衡',
    '县委常委、常务副县长',
    '常务副县长',
    '县政府常务工作，分管发展改革、财政、统计、应急、金融、政务服务和国有资产',
    ['D02', 'Z02', 'Z09', 'Z23', 'Z20', 'S01', 'S02', 'S04', 'S07', 'S09', 'C01', 'C03', 'C05', 'C06', 'Q01', 'Q02'],
    governmentNotice,
    ['Z02', 'Z09', 'Z23', 'Z20', 'S02', 'S04', 'S09', 'C01'],
  ),
  leader(
    'L05',
    '方既白',
    '县委常委、县委办公室主任',
    '县委办主任',
    '县委日常运转、机构编制',
    ['D01', 'D10'],
    partyNotice,
  ),
  leader('L06', '梁以恒', '县委常委、组织部部长', '组织部部长', '组织、干部和人才', ['D04'], partyNotice),
  leader(
    'L07',
    '许清言',
    '县委常委、宣传部部长',
    '宣传部部长',
    '宣传、网信和融媒体',
    ['D05', 'D11', 'S08'],
    partyNotice,
  ),
  leader('L08', '丁若谷', '县委常委、统战部部长', '统战部部长', '统战、民族宗教和工商联', ['D06', 'G05'], partyNotice),
  leader('L09', '高守正', '县委常委、政法委书记', '政法委书记', '政法、平安建设和法治', ['D07'], partyNotice),
  leader(
    'L10',
    '林骁',
    '副县长',
    '副县长',
    '工业、商务、科技、市场监管和园区，牵头招商引资',
    ['Z04', 'Z05', 'Z16', 'Z22', 'S03', 'S05', 'C09', 'C10', 'C11', 'C12', 'G06'],
    governmentNotice,
    ['Z04', 'Z05', 'Z16', 'S05', 'C09'],
  ),
  leader(
    'L11',
    '贺敏',
    '副县长',
    '副县长',
    '自然资源、住建、交通、城管、生态环境和征收',
    ['Z11', 'Z12', 'Z13', 'Z24', 'S10', 'S11', 'C02', 'C07', 'Q03'],
    governmentNotice,
  ),
  leader(
    'L12',
    '石禾生',
    '副县长',
    '副县长',
    '农业农村、水利、供销和气象',
    ['Z14', 'Z15', 'S06', 'C04'],
    governmentNotice,
  ),
  leader(
    'L13',
    '宋知微',
    '副县长',
    '副县长',
    '教育、民政、人社、卫健、退役军人和文化旅游',
    ['Z03', 'Z07', 'Z10', 'Z17', 'Z18', 'Z19', 'G04'],
    governmentNotice,
  ),
  leader(
    'L14',
    '韩立诚',
    '副县长、县公安局局长',
    '副县长',
    '公安、司法和道路交通安全',
    ['Z06', 'Z08'],
    governmentNotice,
  ),
]

/** The leaders and their work in the year of the county's documents. */
export const leadersOf = (year: number): readonly SampleLeader[] => rows.map((row) => row(year))
