/** Chinese surnames, by which a name is told from other words. Few, since every page loads them. */

/** The most frequent ones of one character (the police's count of 2018). */
export const OFTEN = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余'
/** Surnames of two characters: what follows one of them alone is a given name, or somebody else. */
export const DOUBLE: ReadonlySet<string> = new Set(
  '欧阳公羊上官司马诸葛司徒东方独孤南宫夏侯皇甫尉迟公孙慕容令狐长孙宇文轩辕端木百里呼延东郭澹台公冶濮阳淳于申屠仲孙钟离闻人赫连拓跋完颜纳兰西门第五万俟闾丘司空鲜于'.match(
    /../gu,
  ),
)
