/** Of what given names are made: by it a word that begins as a surname does (顾问, 宣读, 安全员) is told from a name. */

/** Characters that given names are made of, the frequent ones. */
export const GIVEN: ReadonlySet<string> = new Set(
  '〇一三四五六七八九十乃之乐义云亚亮仁仪传伟伦佑佩佳俊保信修倩健偲儒元兆先光克兰兴兵军冉冠冬冰凤凯凡刚利力功加劲勇勋勤化北千升华卓博卫厚原友双发叔可史吉同君启周和咏哲喜嘉国坚坤城基堂培塔增士声复夏太奇奎好如妍妙妮姗姝娅娇娜娟娥婉婕婵婷媛嫣子孝孟学宁宇守安宏宗官宜宝实宪宸容宽宾寅密富寒寿尔展山岚岩岭岳峥峰崇崧川巍巧平年广庆康建开弘强彤彦彩彪彬影微德心志忠念怀怡思恒恩悦悟情惠慈慕慧懿成才扬承振挺捷授敏敬文斌新方旋旗旭昂昊昌明易昕星春昭昱晋晓晖晗晨景晴智暄暖曙曦月有朋朗望朝木本来杉杏杨杰松林果枝枫柏柔柯柳栋树格桂桐梁梅梓森楚楠榕榜欣欢正武毅民水永汉江汐池沁沛沐河沙泉法波泰泽洁洋洪洲流浩海涛涵润淑淳淼清渊渝温游湘溪滔满源滢漫潇潮澄澜瀚灵灿炎炜炳烈焕煜熙熹燕爱牧特玉玑玮玲珂珊珍珏珠珩班琛琦琪琬琳琴琼瑄瑜瑞瑛瑶瑾璇璐璟甜生甫田申男畅疆白百益盈盛真睿知石硕碧磊祖祥祺禄禹秀秋科程秦稳穆立竹笑笛筠纯红纪绍经绪维绮绿缘罡群翔翠翰耀耕聪肃育胜腾自良艳艺芃芊芋芝芬芮芯花芳芸苑苗若英苹茂茗茜茵茹荃荔荣荷莉莎莲莹菁菊菲萌萍萱葵蒙蓉蓓蓝蔚蕊蕾薇藜虎虹行裕西觉言訚谊谦谨谷豪贝贞贤贵赋赞超越轩轶辉辰达迅迪远连道邦郁采里重金钊钢钦铁铃铎铭锋锐锦镇镕长闯闻阳陆雁雄雅雨雪雯霄霆霖霞露青静靖韬韵顺颖颜飒飞馨香驰驹骁骅骏骥高魁鲁鸣鸿鹃鹏鹤麒麟黎默鼎龄龙世人儿书向东南中京少小家财廷庭础继革美丽素婧昆仑岐峻嵘帅恺惟慎朔柱栓根槐步沂淮皖浦添爽玄珈琢登睦砚礼祯秉穗童策纲聚舒荆荫莺葆衡诚诗诺贯赐赫起逸遥邺锡隆雍频风骄齐泗鑫丹晶帆为银雷想然航福桃旺壮占丰泓芷诩赫珺瑀琰昀昕骞宿徽战进运援跃解善合绣铸铠锴藩'.match(
    /./gu,
  ),
)
/** And those that given names of one character are made of as well, whatever the surname. */
export const ALONE: ReadonlySet<string> = new Set(
  '豹震威猛乾键俭钧铮铖钰锟晟焱烨熠斐滨澍浚霏霜玥姣嵩桦桢樱楷棋芹凌豫津禾苏忆愉恬悠侠伊依侃傲卿叶奕孜希延征斯曼磐祎缨羽翊翎耘肖蕴誉野阔韶颂鲲姬何丁莽彧翀玖婳嫒姿姚蕙荟菀蔷薏彰镭镛斓敖曜旻映旸枚朵栖桉桑梧棠榆檀柠淇汶沅泠浪涓渟溢濛炫煦玘玢珞琨璞瓒祁禧笙紫聿胤膺芙菡蔺虔衍裴诠诤谣谧轲辙辛遐遒邵郢郦钶铄铿霁霂霓靓靥頔飏飓飚馥鸥鹂鹭麓黛'.match(
    /./gu,
  ),
)
/** What ends no given name: a calling, a place of a county, part of an office. */
export const ENDS_NO_NAME: ReadonlySet<string> = new Set(
  '员工师众户票读邀问机联检警校庄圩集沟寨店铺屯堡庙坝墩埠郢闸圈湾岗塘坡桥口湖楼园井崔营渡线网台所厅县局办室站厂组届次批期项号条章节页份'.match(
    /./gu,
  ),
)
/** Surnames that begin words as often as names, beside the rare ones. */
export const IN_WORDS: ReadonlySet<string> = new Set(
  '于任方石金文安武常易成向单时管房路水尚万顾程包计史纪白温高许曾余'.match(/./gu),
)
