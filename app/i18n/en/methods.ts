/** How each figure is computed: a plain sentence first, then the formula and its source. */
export const methods = {
  "methods.title": "Methods",
  "methods.lead": "How each figure is computed, and what it does not say.",
  "methods.lead.rest": "In words first; the formula and its source are behind “The calculation”.",
  "methods.depth": "The calculation",
  "methods.source": "Source: {source}",
  "methods.favourable": "Favourable share",
  "methods.favourable.sentence": "Of ten answers, how many are 4 or 5 on the scale from 1 to 5.",
  "methods.favourable.plain":
    "3 is neutral, 1 and 2 are unfavourable. Whoever did not answer the question counts on neither side. A question put the other way round is read from the other end.",
  "methods.favourable.formula":
    "share = favourable ÷ (favourable + neutral + unfavourable). Favourable: (answer − low) ÷ (high − low) > 0.6.",
  "methods.favourable.source":
    "the custom of engagement surveys; the upper two fifths of the scale.",
  "methods.indicator": "Indicator",
  "methods.indicator.sentence":
    "Connection, trust, engagement: the mean favourable share of the indicator’s questions.",
  "methods.indicator.plain":
    "First, for each person, the share of their answers that are favourable; then the mean over people. Everybody counts as one, whether they answered one question or all of them.",
  "methods.indicator.formula":
    "indicator = (1 ÷ n) · Σ sᵢ, where sᵢ = questions of the indicator that i answered favourably ÷ questions of the indicator that i answered.",
  "methods.indicator.source":
    "a decision of the project. Its interval counts whole people, as for a single question: it is rather too wide.",
  "methods.interval": "Interval",
  "methods.interval.sentence":
    "The grey band says between what and what the share would be if the whole population had answered, 19 times out of 20.",
  "methods.interval.plain":
    "The more answers, the narrower it is; when everybody answered, it is gone. It assumes that those who keep silent are like those who answer: look at participation before concluding.",
  "methods.interval.formula":
    "Up to {team} people, exact: every K such that P(X ≥ x) > 0.025 and P(X ≤ x) > 0.025, X ~ hypergeometric(N, K, n), divided by N. Above, Wilson with n* = n(N − 1) ÷ (N − n): (p + z²/2n* ± z·√(p(1 − p)/n* + z²/4n*²)) ÷ (1 + z²/n*), z = 1.96, kept within x/N and (x + N − n)/N. Headcount unknown, or participation hidden: Wilson with n, so that the interval does not betray how many did not answer.",
  "methods.interval.source":
    "Wilson (1927), recommended by Brown, Cai and DasGupta (2001); the hypergeometric distribution for small teams.",
  "methods.mean": "Mean",
  "methods.mean.sentence":
    "A question that asks for a number is shown as a mean, from {means} answers on.",
  "methods.mean.plain":
    "No favourable share is invented for it. Its band is Student’s; under {exact} answers it is rounded outwards.",
  "methods.mean.formula": "m ± t(0.975; n − 1) · s ÷ √n, where s² = (Σx² − n·m²) ÷ (n − 1).",
  "methods.mean.source": "Student (1908).",
  "methods.participation": "Participation",
  "methods.participation.sentence": "The people who answered, out of those who were invited.",
  "methods.participation.plain":
    "It is a complete count: it has no margin. In a confidential wave, those who left before it closed are on neither side.",
  "methods.participation.formula":
    "participation = answers sent ÷ invitations, within the frame frozen at opening.",
  "methods.participation.source": "a count.",
  "methods.difference": "Real difference",
  "methods.difference.sentence":
    "A difference is called real only if chance does not explain it and it is at least {points} points.",
  "methods.difference.plain":
    "A team is compared with the rest of the whole it belongs to: it is not compared with itself. Under {tested} answers on either side, nothing is tested. Each difference is judged alone: on a large map, about one in twenty may look real by chance.",
  "methods.difference.formula":
    "d = p₁ − p₂; [d − √((p₁ − l₁)² + (u₂ − p₂)²); d + √((u₁ − p₁)² + (p₂ − l₂)²)], where [l, u] is the Wilson interval of each share. Real if the interval does not touch 0 and |d| ≥ 0.0{points}. The points displayed are the difference of the two numbers displayed.",
  "methods.difference.source": "Newcombe (1998), method 10.",
  "methods.adoption": "Group adoption",
  "methods.adoption.sentence":
    "The people who took part in a group within four weeks, out of the headcount.",
  "methods.adoption.plain":
    "To take part is to post, comment, react or vote in a group. Reading, joining or writing privately does not count. We divide by headcount, never by accounts. Whoever objected is on neither side.",
  "methods.adoption.formula":
    "adoption = |people who took part at least once in the last 4 counted weeks| ÷ |people employed on the Sunday of the week|.",
  "methods.adoption.source": "a definition of the project, the same for every network.",
  "methods.active": "Active people and messages",
  "methods.active.sentence":
    "Active: the people who did something during the week, out of the headcount.",
  "methods.active.plain":
    "To view, join or leave a group is not enough. Messages are a number of acts; those across teams, the share of those whose two teams are known. A week is released once every network has covered it, or after 14 days with the names of those that are missing.",
  "methods.active.formula":
    "active = |people with at least one act other than viewing, joining, leaving| ÷ headcount; across teams = messages to another team ÷ messages whose sending and receiving teams are known.",
  "methods.active.source": "a count, by ISO week, in the company’s time zone.",
  "methods.small": "Bands and tenths",
  "methods.small.sentence":
    "Under {exact} people, the number is a band and the share is in tenths: “about 5 in 10”.",
  "methods.small.plain":
    "A precise figure about few people would say what each of them answered. The interval is then that of the low end of the band: wider than it need be, on purpose.",
  "methods.small.formula":
    "n: 5–9 or 10–19; share rounded to 0.1; Wilson interval of (share × 5) out of 5, or of (share × 10) out of 10.",
  "methods.small.source":
    "a decision of the project; the promise has the thresholds and their history.",
  "methods.hidden": "Hidden",
  "methods.hidden.sentence": "A hidden cell says nothing, not even why it is hidden.",
  "methods.hidden.plain":
    "Too few people, answers that are nearly all the same, or a neighbour that a subtraction would reveal: the cell is the same. A line breaks at a hidden wave. It is never a zero.",
  "methods.hidden.formula":
    "Hidden if: a share, n < {answers} or nearly all of one mind; a mean, n < {means} or no spread; participation and adoption, n < {members}, or fewer than {contributors} who did it, or fewer than {contributors} who did not; messages, fewer than {contributors} authors. Then, within each whole that is shown, as many of the smallest parts as it takes for the remainder to betray nobody; likewise between cuts that few people set apart; the measures of one indicator are hidden together. The general problem of subtractions between every cut is not solved: no crossing of unit and segment is released.",
  "methods.hidden.source":
    "complementary cell suppression, when the release is written and once and for all.",
} as const;
