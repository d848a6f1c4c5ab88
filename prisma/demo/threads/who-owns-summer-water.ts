import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const whoOwnsSummerWater: readonly DemoComment[] = [
  {
    by: "idris",
    at: 2 * HOUR,
    up: 10,
    chosen: [{ as: "pick", by: "noor", at: 9 * HOUR }],
    body: `عملتُ في الريّ ثلاثين سنة، وأشهد أنّ جدول الكاتبة صحيحٌ في جوهره. لكنّ «الضائع في القناة» لا يضيع كلُّه؛ فبعضه يعود إلى البئر بعد شهرٍ أو شهرين. لو حُسِب ذلك لكان ما خسره أسفلُ الوادي أكبرَ ممّا في الجدول لا أصغر.`,
    replies: [
      {
        by: "noor",
        at: 4 * HOUR,
        up: 7,
        body: `أصبتَ، وأشكرك. لم أقِس الآبار لأنّي لم أُقِم إلّا أسبوعين، وكان ينبغي أن أقول ذلك صراحةً. هل عندك قياسٌ لوادٍ مشابه؟`,
        replies: [
          {
            by: "idris",
            at: 6 * HOUR,
            up: 5,
            body: `عندي دفاتر من عملٍ قديم:

- في التربة الرمليّة يعود نحو **الثلث**؛
- وفي الطينيّة أقلُّ من العُشر.

وادي السروة بينهما. سأبعث إليكِ بالصفحات.`,
            replies: [
              {
                by: "yara",
                at: 9 * HOUR,
                up: 7,
                body: `هذا أجملُ ما في التعليقات هنا: أن يتبادل الناسُ الدفاتر بدل الشتائم.`,
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: "omar",
    at: 5 * HOUR,
    up: 5,
    down: 2,
    body: `أخالف الكاتبة في خلاصتها. إذا مُنع البيع خارج الوادي هبط ثمنُ السهم إلى النصف، وأوّلُ مَن يخسر هي أمُّ ياسين التي تَرهنه لتقترض. الحمايةُ التي تُفقِر مَن تحميه ليست حماية.`,
    replies: [
      {
        by: "salma",
        at: 7 * HOUR,
        up: 6,
        body: `> هبط ثمنُ السهم إلى النصف

ومَن قال إنّ ارتفاع الثمن نعمةٌ لها؟ هي تريد أن تسقي لا أن تبيع. وإذا غلا السهمُ عجزت ابنتُها عن شراء نصفه الآخر.`,
        replies: [
          {
            by: "omar",
            at: 8 * HOUR,
            up: 4,
            body: `حجّةٌ قويّة، وقد غفلتُ عن الابنة. يبقى الرهنُ مشكلة، ولعلّ حلَّها صندوقٌ في الوادي يُقرض بضمان الدَّور لا بضمان السهم.`,
          },
        ],
      },
    ],
  },
  {
    by: "lucia",
    at: DAY,
    up: 5,
    body: `I read this with a dictionary and some help, and am glad that I did. In Valencia the water court has met at the cathedral door on Thursdays for a thousand years, and it keeps something very like the third share: *el agua de la desgracia*, one old man called it. There too it is in no statute.`,
    replies: [
      {
        by: "noor",
        at: DAY + 3 * HOUR,
        up: 5,
        body: `*Mā’ al-muṣība*, in Spanish! Thank you: I shall read this to Sheikh Mansour by the basin, and he will say that they must have had it from us.`,
      },
    ],
  },
  {
    by: "salma",
    at: 10 * DAY + 20 * HOUR,
    up: 2,
    body: `مررتُ بالوادي أمس. العدّاد الرقميّ متوقّفٌ منذ أسبوعٍ لأنّ الغبار غطّى لوحه، والقِدرُ تعمل.`,
  },
];
