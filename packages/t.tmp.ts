import { whyNotOnePerson } from './typed/plain-names.ts'
import { whyNoObjector } from './typed/contact/objectors.ts'
import { readPeople } from './typed/people.ts'
import { whyUnsure } from './typed/sure-names.ts'
for (const t of '王庄小学 李庄中学 王庄村委会 张庄学校 王庄社区 高楼中学 马庄医院 王庄村 李庄镇 王庄法庭 林场 刘大学 王小学 李中学 王志学 张小学 区文诗 区丽 区志明 区财政 区政府 区长 区县长 区法院 区妇联 区委 区文旅 区文广 区教育 区民政 区卫健 区公安 区人社 区伯 区域 区划 区别 区块 区人大 区政协 区委办 区建国 区志 区水利 区安监 区建设 区永安 区金融'.split(' ')) console.log(t, whyNotOnePerson(t)?.slice(0,30), '|', whyNoObjector(t,'chooses')?.slice(0,40), '|',whyUnsure(t)?.slice(0,20))
