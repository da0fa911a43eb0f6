// The unit catalogue of 青禾县 after the reform of 2024: 12 党委, 24 政府, 11 事业, 15 垂管 驻县 企业, 6 群团, 16 乡镇.
// Old names end on a day and lead to their successor, since documents of past years still use them.
import { unit } from '../unit.ts'
import type { SampleUnit } from '../types.ts'

/** 党委部门和群团. */
const party: readonly SampleUnit[] = [
  unit('D01', '中共青禾县委办公室', '县委办', ['县委办公室', '县委督查室', '县委政研室', '县委改革办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D02', '中共青禾县委财经委员会办公室', '财经办', ['县委财经办', '财经委办公室'], '党委', {
    validFrom: '2019-04-10',
    line: 'party',
    parent: 'Z02',
  }),
  unit('D03', '中共青禾县纪律检查委员会机关', '纪委监委', ['县纪委监委', '纪委', '监委'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
    mayLead: false,
  }),
  unit('D04', '中共青禾县委组织部', '组织部', ['县委组织部', '考核办', '公务员局', '人才办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D05', '中共青禾县委宣传部', '宣传部', ['县委宣传部', '文明办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D06', '中共青禾县委统一战线工作部', '统战部', ['县委统战部', '民宗局', '侨办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D07', '中共青禾县委政法委员会', '政法委', ['县委政法委', '综治中心'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D08', '中共青禾县委社会工作部', '社工部', ['县委社会工作部', '社会工作部'], '党委', {
    validFrom: '2024-03-15',
    line: 'party',
  }),
  unit('D09', '青禾县信访局', '信访局', ['县信访局'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
    parent: 'D08',
  }),
  unit('D10', '中共青禾县委机构编制委员会办公室', '编办', ['县委编办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('D11', '中共青禾县委网络安全和信息化委员会办公室', '网信办', ['县委网信办'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
    parent: 'D05',
  }),
  unit('D12', '中共青禾县委直属机关工作委员会', '直属机关工委', ['县直机关工委'], '党委', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('G01', '青禾县总工会', '总工会', ['县总工会', '工会'], '群团', { validFrom: '2019-03-01', line: 'party' }),
  unit('G02', '共青团青禾县委员会', '团县委', [], '群团', { validFrom: '2019-03-01', line: 'party' }),
  unit('G03', '青禾县妇女联合会', '妇联', ['县妇联'], '群团', { validFrom: '2019-03-01', line: 'party' }),
  unit('G04', '青禾县残疾人联合会', '残联', ['县残联'], '群团', { validFrom: '2019-03-01', line: 'government' }),
  unit('G05', '青禾县工商业联合会', '工商联', ['县工商联', '总商会'], '群团', {
    validFrom: '2019-03-01',
    line: 'party',
  }),
  unit('G06', '青禾县科学技术协会', '科协', ['县科协'], '群团', { validFrom: '2019-03-01', line: 'party' }),
]

/** 政府工作部门. 统计局 supplies figures and is never given a target. */
const government: readonly SampleUnit[] = [
  unit(
    'Z01',
    '青禾县人民政府办公室',
    '政府办',
    ['县政府办', '县政府办公室', '府办', '县政府督查室', '县政府研究室', '外事办'],
    '政府',
    { validFrom: '2019-03-01', line: 'government' },
  ),
  unit(
    'Z02',
    '青禾县发展和改革局',
    '发改局',
    ['县发改局', '发改委', '县发展改革局', '粮食和物资储备局', '能源局', '县数据局', '数据局', '国动办'],
    '政府',
    {
      validFrom: '2019-03-01',
      line: 'government',
      formerly: [
        { name: '青禾县大数据局', until: '2024-02-28' },
        { name: '青禾县粮食局', until: '2019-03-01' },
      ],
    },
  ),
  unit('Z03', '青禾县教育局', '教育局', ['县教育局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县教育体育局', until: '2024-02-28' }],
  }),
  unit('Z04', '青禾县科学技术局', '科技局', ['县科技局'], '政府', { validFrom: '2019-03-01', line: 'government' }),
  unit('Z05', '青禾县工业和信息化局', '工信局', ['县工信局', '中小企业局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县经济和信息化委员会', until: '2019-03-01' }],
  }),
  unit('Z06', '青禾县公安局', '公安局', ['县公安局', '交警大队'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z07', '青禾县民政局', '民政局', ['县民政局', '老龄办'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z08', '青禾县司法局', '司法局', ['县司法局', '依法治县办'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县人民政府法制办公室', until: '2019-03-01' }],
  }),
  unit('Z09', '青禾县财政局', '财政局', ['县财政局', '国资局', '国资中心'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z10', '青禾县人力资源和社会保障局', '人社局', ['县人社局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit(
    'Z11',
    '青禾县自然资源局',
    '自然资源局',
    ['县自然资源局', '自规局', '林业局', '县林业局', '不动产登记中心'],
    '政府',
    {
      validFrom: '2019-03-01',
      line: 'government',
      formerly: [
        { name: '青禾县国土资源局', until: '2019-03-01' },
        { name: '青禾县规划局', until: '2019-03-01' },
      ],
    },
  ),
  unit('Z12', '青禾县住房和城乡建设局', '住建局', ['县住建局', '人防办'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县房产管理局', until: '2019-03-01' }],
  }),
  unit('Z13', '青禾县交通运输局', '交通局', ['县交通局', '县交通运输局', '公路中心'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z14', '青禾县水利局', '水利局', ['县水利局', '水务局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z15', '青禾县农业农村局', '农业农村局', ['县农业农村局', '畜牧中心'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [
      { name: '青禾县乡村振兴局', until: '2024-02-28' },
      { name: '青禾县扶贫开发办公室', until: '2021-06-10' },
      { name: '青禾县农业局', until: '2019-03-01' },
    ],
  }),
  unit('Z16', '青禾县商务局', '商务局', ['县商务局'], '政府', { validFrom: '2019-03-01', line: 'government' }),
  unit('Z17', '青禾县文化广电和旅游局', '文旅局', ['县文旅局', '文广旅局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z18', '青禾县卫生健康局', '卫健局', ['县卫健局', '卫健委', '疾控局', '医保局', '县医保局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县卫生和计划生育局', until: '2019-03-01' }],
  }),
  unit('Z19', '青禾县退役军人事务局', '退役军人局', ['县退役军人局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('Z20', '青禾县应急管理局', '应急局', ['县应急局', '安委办'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县安全生产监督管理局', until: '2019-03-01' }],
  }),
  unit('Z21', '青禾县审计局', '审计局', ['县审计局'], '政府', { validFrom: '2019-03-01', line: 'government' }),
  unit('Z22', '青禾县市场监督管理局', '市监局', ['县市监局', '县市场监管局', '市场监管局', '知识产权局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县工商行政管理局', until: '2019-03-01' }],
  }),
  unit('Z23', '青禾县统计局', '统计局', ['县统计局', '普查中心'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('Z24', '青禾县城市管理局', '城管局', ['县城管局', '综合行政执法局'], '政府', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
]

/** 事业单位, 垂管, 驻县 and 企业. 生态环境分局 leads its own field though it answers to the city. */
const institutions: readonly SampleUnit[] = [
  unit(
    'S01',
    '青禾县金融发展服务中心',
    '金融中心',
    ['县金融中心', '县金融发展服务中心', '金融办', '县金融办'],
    '事业',
    {
      validFrom: '2024-03-01',
      line: 'government',
      parent: 'Z01',
      formerly: [
        { name: '青禾县金融工作局', until: '2024-02-28' },
        { name: '青禾县地方金融监督管理局', until: '2024-02-28' },
      ],
    },
  ),
  unit('S02', '青禾县政务服务中心', '政务服务中心', ['县政务服务中心', '政务中心', '审批局', '营商环境办'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z01',
  }),
  unit('S03', '青禾县投资促进中心', '投资促进中心', ['县投资促进中心', '投促中心', '招商中心'], '事业', {
    validFrom: '2024-03-01',
    line: 'government',
    parent: 'Z16',
    formerly: [{ name: '青禾县招商局', until: '2024-02-28' }],
  }),
  unit('S04', '青禾县重点项目服务中心', '重点项目中心', ['县重点项目中心', '县重点项目服务中心'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z02',
  }),
  unit(
    'S05',
    '青禾经济开发区管理委员会',
    '开发区',
    ['经开区', '县开发区', '县开发区管委会', '开发区管委会', '园区'],
    '事业',
    { validFrom: '2019-03-01', line: 'government' },
  ),
  unit('S06', '青禾县供销合作社联合社', '供销社', ['县供销社'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
  }),
  unit('S07', '青禾县机关事务服务中心', '机关事务中心', ['县机关事务服务中心'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z01',
  }),
  unit('S08', '青禾县融媒体中心', '融媒体中心', ['县融媒体中心'], '事业', {
    validFrom: '2019-03-01',
    line: 'party',
    parent: 'D05',
  }),
  unit(
    'S09',
    '青禾县公共资源交易中心',
    '公共资源交易中心',
    ['县公共资源交易中心', '交易中心', '公共资源中心'],
    '事业',
    { validFrom: '2019-03-01', line: 'government', parent: 'Z01' },
  ),
  unit('S10', '青禾县土地收购储备中心', '土地收储中心', ['收储中心'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z11',
  }),
  unit('S11', '青禾县房屋征收服务中心', '房屋征收中心', ['县房屋征收服务中心', '征收办', '征收中心'], '事业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z12',
  }),
  unit('C01', '国家税务总局青禾县税务局', '税务局', ['县税务局'], '垂管', {
    validFrom: '2018-07-20',
    line: 'government',
    formerly: [
      { name: '青禾县国家税务局', until: '2018-07-20' },
      { name: '青禾县地方税务局', until: '2018-07-20' },
    ],
    mayLead: false,
  }),
  unit('C02', '云川市生态环境局青禾县分局', '生态环境分局', ['县生态环境分局', '生态环境局'], '垂管', {
    validFrom: '2019-09-30',
    line: 'government',
    formerly: [{ name: '青禾县环境保护局', until: '2019-09-30' }],
  }),
  unit('C03', '国家金融监督管理总局青禾监管支局', '金融监管支局', [], '垂管', {
    validFrom: '2023-07-20',
    line: 'government',
    formerly: [{ name: '中国银行保险监督管理委员会青禾监管组', until: '2023-07-20' }],
    mayLead: false,
  }),
  unit('C04', '青禾县气象局', '气象局', ['县气象局'], '垂管', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C05', '中国人民银行云川市分行', '人行市分行', ['人行'], '驻县', {
    validFrom: '2023-08-18',
    line: 'government',
    formerly: [{ name: '中国人民银行青禾县支行', until: '2023-08-18' }],
    mayLead: false,
  }),
  unit('C06', '青禾县消防救援大队', '消防救援大队', ['县消防救援大队', '消防大队'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C07', '云川市住房公积金管理中心青禾管理部', '公积金管理部', ['公积金中心'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C08', '青禾县人民法院', '人民法院', ['县法院', '法院'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C09', '国网青禾县供电公司', '供电公司', ['县供电公司', '电力公司'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C10', '中国邮政集团青禾县分公司', '邮政公司', ['县邮政公司'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('C11', '青禾农村商业银行', '农商行', ['县农商行'], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    formerly: [{ name: '青禾县农村信用合作联社', until: '2016-12-31' }],
    mayLead: false,
  }),
  unit('C12', '中国人民财产保险青禾支公司', '人保财险', [], '驻县', {
    validFrom: '2019-03-01',
    line: 'government',
    mayLead: false,
  }),
  unit('Q01', '青禾县国有资本投资运营集团有限公司', '国投集团', ['县国投集团', '国投'], '企业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z09',
    mayLead: false,
  }),
  unit('Q02', '青禾县中小企业融资担保有限公司', '担保公司', ['县担保公司', '融资担保公司'], '企业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Z09',
    mayLead: false,
  }),
  unit('Q03', '青禾县水务有限责任公司', '水务公司', ['县水务公司'], '企业', {
    validFrom: '2019-03-01',
    line: 'government',
    parent: 'Q01',
    mayLead: false,
  }),
]

/** Two streets, eleven towns, three 乡. */
const townships: readonly SampleUnit[] = [
  unit('T01', '青禾县青源街道办事处', '青源街道', ['青源'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T02', '青禾县禾丰街道办事处', '禾丰街道', ['禾丰'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T03', '青禾县云汀镇人民政府', '云汀镇', ['云汀'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T04', '青禾县槐荫镇人民政府', '槐荫镇', ['槐荫'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T05', '青禾县竹溪口镇人民政府', '竹溪口镇', ['竹溪口'], '乡镇', {
    validFrom: '2016-01-01',
    line: 'government',
  }),
  unit('T06', '青禾县大禾镇人民政府', '大禾镇', ['大禾'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T07', '青禾县麦岭镇人民政府', '麦岭镇', ['麦岭'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T08', '青禾县双塘坳镇人民政府', '双塘坳镇', ['双塘坳'], '乡镇', {
    validFrom: '2016-01-01',
    line: 'government',
  }),
  unit('T09', '青禾县柳湾镇人民政府', '柳湾镇', ['柳湾'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T10', '青禾县桥头铺镇人民政府', '桥头铺镇', ['桥头铺'], '乡镇', {
    validFrom: '2016-01-01',
    line: 'government',
  }),
  unit('T11', '青禾县枫林渡镇人民政府', '枫林渡镇', ['枫林渡'], '乡镇', {
    validFrom: '2016-01-01',
    line: 'government',
  }),
  unit('T12', '青禾县上河镇人民政府', '上河镇', ['上河'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T13', '青禾县沙洲头镇人民政府', '沙洲头镇', ['沙洲头'], '乡镇', {
    validFrom: '2016-01-01',
    line: 'government',
  }),
  unit('T14', '青禾县雾岭乡人民政府', '雾岭乡', ['雾岭'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T15', '青禾县茶坑乡人民政府', '茶坑乡', ['茶坑'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
  unit('T16', '青禾县石盘乡人民政府', '石盘乡', ['石盘'], '乡镇', { validFrom: '2016-01-01', line: 'government' }),
]

export const units: readonly SampleUnit[] = [...party, ...government, ...institutions, ...townships]
