import { DAY, type DemoComment, HOUR } from "@/prisma/demo/thread";

export const theMarketThatMustMove: readonly DemoComment[] = [
  {
    by: "meiling",
    at: HOUR,
    up: 10,
    body: `我妈就在这个市场卖了二十二年的葱姜蒜。她看完文章只说了一句：“他们把七点钟写对了。”`,
    replies: [
      {
        by: "huiqing",
        at: 2 * HOUR,
        up: 5,
        body: `请替我谢谢她。我记得那个摊位，我在那里买过一块姜，她多给了我两根葱，没有入账。`,
        replies: [{ by: "meiling", at: 3 * HOUR, up: 7, body: `她说：葱不算钱，所以不用记。` }],
      },
    ],
  },
  {
    by: "haoran",
    at: 4 * HOUR,
    up: 5,
    down: 2,
    body: `说几句不同的意见。文章拿三个星期和试营业比，这不公平。试营业的市场本来就没有人气，过两年再比，步行的比例未必还是百分之四：物流园旁边在建三个小区。另外，旧市场的夏天我是领教过的，卫生不能只当作“有味道”。`,
    replies: [
      {
        by: "huiqing",
        at: 6 * HOUR,
        up: 5,
        body: `前一点我接受，三个星期确实太短，这个限制应当写在表下面。但那三个小区的住户平均三十四岁，他们不是梅婆婆。新市场会有它自己的顾客，问题是旧的顾客去哪里。`,
        replies: [
          {
            by: "haoran",
            at: 8 * HOUR,
            up: 4,
            body: `> 新市场会有它自己的顾客

那么也许答案是**两个都要**：物流园做批发和周末，旧市场留零售，把沟修了。六百四十万，比搬迁的补偿款还少。`,
            replies: [
              {
                by: "wenbo",
                at: 10 * HOUR,
                up: 6,
                body: `同意。可惜“两个都要”没有剪彩，只有“修沟”。`,
              },
            ],
          },
        ],
      },
      {
        by: "wenbo",
        at: 12 * HOUR,
        up: 4,
        body: `补充一点卫生方面的事实。区疾控中心去年抽检了两次，结果是公开的：

1. 旧市场水产区有一项不合格（冷藏温度）；
2. 新市场蔬菜区有一项不合格（农残）。

各错一道题。`,
      },
    ],
  },
  {
    by: "kenji",
    at: DAY,
    up: 4,
    body: `私の町の朝市も同じ理由で移され、三年後に元の場所へ戻りました。戻す費用は、移す費用より高かったそうです。（请原谅我用日语写。我读得懂中文，但写得太慢。）`,
    replies: [
      {
        by: "meiling",
        at: DAY + 2 * HOUR,
        up: 5,
        body: `看得懂！原来搬回去更贵。这句话应该寄给意见箱。`,
      },
    ],
  },
  {
    by: "xiaoyu",
    at: 2 * DAY + 18 * HOUR,
    body: `我就住在打铁巷，梅婆婆出院以后是我们楼里的人轮流给她送豆腐的。想补充一点：阿萍那天跑过去的时候，摊子上的钱没有人动。`,
    fate: { kind: "waiting" },
  },
  {
    by: "tui",
    at: DAY + 4 * HOUR,
    body: `first`,
    fate: {
      kind: "rejected",
      at: DAY + 7 * HOUR,
      reason: "off_topic",
      note: "Not first, and not about the piece. You are welcome to say something about it.",
    },
  },
];
