/** Chinese surnames, by which a name is told from other words. */

/** Those of one character that are frequent, the more frequent first (the police's count of 2018). */
export const FREQUENT =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严' +
  '莫孔向常汤康易乔赖文萧施洪辛牛樊葛邢安齐伍庞倪温庄俞聂章鲁岳翟殷詹申耿关兰焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季成苗裴涂谷曲翁盛骆游靳管柴霍华房冉路卓欧'
/** The rest of 百家姓 and of the lists of today, without what is a word far more often than a surname. */
export const OTHERS =
  '裘席尤褚卫喻柏水窦云奚郎昌花费廉岑滕乐时傅皮卞伏卜平和穆尉湛祁狄米贝明臧计谈茅屈项阎娄危刁虞支咎缪干解应宗宣贲郁杭诸吉钮嵇滑荣羊於惠甄麴封芮羿储汲邴糜松井富巫乌巴牧隗全郗班仰秋仲伊宫仇栾甯厉戎' +
  '祖束景幸司韶郜蓟薄宿怀蒲邰鄂索咸籍蔺屠蒙池阴胥苍双闻莘党贡劳逄姬扶堵宰郦雍郤璩桑桂濮寿边扈燕冀郏浦农晏瞿连茹习宦艾鱼容古慎戈庾终暨衡满弘匡国寇广禄阙殳沃利蔚越夔隆师巩厍晁勾敖融冷訾那简饶沙养鞠' +
  '须丰巢蒯查荆红竺权逯盖益桓佟苟佘闵隋迟鹿初丛仝代强粟鄢帅旷敬楚候揭撒哈腊拜虎麻妥锁脱买闪铁冼麦布亓佴伯赏墨谯笪禹裔卿苑闳睢鄞矫菅宛禚尧蹇乜佀亢蓝青银修植智戚谌扬冒邝邬邸郇缑茆荀蔄藏虢酆靖鲜鲍萱' +
  '冶芦兀车恽昝笃晋楼敦滿栗柘揣洛浩海牟阳刑闭琚隽昂库庹肇乾鄯逢母仵牙豆贠雒莎宓仉巨辜扎卲郄劉張陳黃趙吳孫馬羅鄭許韓鄧馮葉蘇呂盧鍾陸範賈鄒閻龍賀顧龔萬錢嚴湯喬賴蕭樂'
/** Surnames of two characters: what follows one of them alone is a given name, or somebody else. */
export const DOUBLE: ReadonlySet<string> = new Set(
  '欧阳上官司马诸葛司徒东方独孤南宫夏侯皇甫尉迟公孙慕容令狐长孙宇文轩辕端木百里呼延东郭澹台公冶濮阳淳于申屠仲孙钟离闻人赫连拓跋完颜纳兰西门第五万俟闾丘司空鲜于'.match(
    /../gu,
  ),
)
