import type { Question } from "#app/model/questionnaire.ts";
import type { Placed } from "./parts.ts";

/** All there is to style a respondent's page: it comes inside the page, in one request. */
export const style = `:root{color-scheme:light dark;--ground:light-dark(#fff,#12161a);--raised:light-dark(#f4f6f7,#1a1f24);--line:light-dark(#d5dbdf,#323a42);--edge:light-dark(#747f88,#838e98);--ink:light-dark(#14191e,#eef1f3);--ink-2:light-dark(#4b555e,#b0bac3);--focus:light-dark(#5b2ee5,#c0adff)}
*{box-sizing:border-box}
html{font:400 106.25%/1.5 system-ui,"Liberation Sans",Arial,sans-serif;color:var(--ink);background:var(--ground);text-size-adjust:100%;scroll-padding-block:1rem 6rem}
body{margin:0 auto;max-inline-size:34rem;padding:0 1rem;overflow-wrap:break-word}
h1,h2,p,ul,ol,fieldset{margin:0;padding:0;border:0}ul,ol{list-style:none}
h1{font-size:1.65rem;line-height:1.2;letter-spacing:-.01em;margin-block:1.5rem .5rem;text-wrap:balance}
h2{font-size:1.05rem;margin-block:1.5rem .25rem}
a{color:inherit;text-underline-offset:.2em}
.quiet{color:var(--ink-2)}small{font-size:.9375rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:6px}
header{display:flex;justify-content:space-between;align-items:center;flex-wrap:wrap;gap:0 1rem;border-block-end:1px solid var(--line);padding-block:.25rem;font-size:.9375rem}
header b{display:flex;gap:.6rem;align-items:center}
header ul{display:flex;flex-wrap:wrap;gap:0 .25rem;margin-inline:-.6rem}
header ul a{display:grid;place-items:center;min-inline-size:44px;min-block-size:44px;padding-inline:.4rem}
[aria-current]{font-weight:600;text-decoration:none}
.promise{border-inline-start:4px solid var(--ink);background:var(--raised);padding:.75rem 1rem .25rem;margin-block:1.25rem}
.promise summary{min-block-size:44px;display:flex;align-items:center;cursor:pointer;text-decoration:underline;text-underline-offset:.2em}
.promise li{padding-block:.5rem;border-block-start:1px solid var(--line)}
.far{display:inline-flex;align-items:center;min-block-size:44px}
fieldset{margin-block:2.5rem 0;min-inline-size:0}
legend{padding:0;font-size:1.25rem;line-height:1.3;font-weight:600;margin-block-end:.75rem;text-wrap:balance}
legend small{display:block;font-weight:400;color:var(--ink-2);margin-block-end:.25rem}
.box label{display:flex;gap:.75rem;align-items:center;min-block-size:48px;padding:.5rem .875rem;border:1px solid var(--edge);margin-block-start:-1px;cursor:pointer;position:relative}
.box label:first-child{border-radius:8px 8px 0 0}.box label:last-child{border-radius:0 0 8px 8px}.box label:only-child{border-radius:8px}
.box.aside label{border-color:transparent;color:var(--ink-2);margin-block-start:.25rem}
.row{display:grid;grid-template-columns:repeat(auto-fill,minmax(2.85rem,1fr));gap:4px}
.row label{flex-direction:column;justify-content:center;gap:.25rem;padding:.5rem .25rem;margin:0;border-radius:8px!important}
.ends{display:flex;justify-content:space-between;gap:1rem;color:var(--ink-2);font-size:.9375rem;margin-block-start:.25rem}.ends span:last-child{text-align:end}
.box label:has(:checked){background:var(--raised);border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink);font-weight:600;color:var(--ink);z-index:1;border-radius:8px}
.box label:has(:focus-visible){outline:3px solid var(--focus);outline-offset:2px;z-index:2;border-radius:8px}
[type=radio],[type=checkbox]{inline-size:24px;block-size:24px;margin:0;flex:none;accent-color:var(--ink)}[type=radio]:focus-visible,[type=checkbox]:focus-visible{outline:0}
textarea,select,[type=text]{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--edge);border-radius:8px;padding:.5rem .75rem;min-block-size:48px;inline-size:100%}
[for]{display:block;margin-block-end:.5rem}[id=hint]{margin-block-start:.5rem}
.ranks label{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding-block:.375rem;border-block-end:1px solid var(--line)}.ranks select{inline-size:5.5rem;flex:none}
.amiss{border-inline-start:4px solid var(--ink);padding-inline-start:.75rem}
fieldset:has(:checked:not([value=""])),fieldset:has(textarea:not(:placeholder-shown)),fieldset:has([type=text]:not(:placeholder-shown)){counter-increment:done}
form{counter-reset:done}
.end{margin-block:2.5rem 2rem;display:grid;gap:.75rem}
button{font:inherit;font-weight:600;inline-size:100%;min-block-size:52px;padding:.5rem 1rem;border:0;border-radius:8px;background:var(--ink);color:var(--ground);cursor:pointer}
button.second{background:none;color:inherit;font-weight:400;text-decoration:underline;text-underline-offset:.2em}
.progress{position:sticky;inset-block-end:0;margin-inline:-1rem;padding:.625rem 1rem calc(.625rem + env(safe-area-inset-bottom));background:var(--ground);border-block-start:1px solid var(--line);display:grid;grid-template-columns:1fr auto;gap:1rem;align-items:center;font-size:.9375rem;z-index:3}
.progress div{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:4px}
.progress i{block-size:8px;border-radius:4px;box-shadow:inset 0 0 0 1.5px var(--edge)}
.count::before{content:counter(done)}
.next{border-block-start:1px solid var(--line);margin-block-start:1rem}.next li{display:grid;grid-template-columns:6.5rem 1fr;gap:0 1rem;padding-block:.75rem;border-block-end:1px solid var(--line)}
.tick{margin-block-start:2rem}.foot{margin-block:1.5rem 3rem}
[hidden]{display:none!important}
@media(max-width:20rem){.next li{grid-template-columns:1fr}.progress{position:static}}
@media(max-height:22rem){.progress{position:static}}
@media print{.progress,button{display:none}}`;

/** Up to this many questions, the bar at the foot has a mark for each. */
export const MOST_MARKS = 12;

/** Rules of one page: its marks fill as it is answered, and what is not to be asked stays away. */
export function rulesFor(placed: readonly Placed[]): string {
  const filled = placed.map(
    ({ position }, index) =>
      `form:has(#f${position} :is(:checked:not([value=""]),textarea:not(:placeholder-shown),[type=text]:not(:placeholder-shown))) i:nth-child(${index + 1}){background:var(--ink);box-shadow:none}`,
  );
  const away = placed.flatMap(({ position, question }) =>
    (question.shownIf ?? []).flatMap(({ item, is }) => {
      const earlier = placed.find((one) => one.question.item === item);
      if (earlier === undefined) return [];
      const ticked = is.map((value) => tickedIn(earlier, value)).join(",");
      return [`form:not(:has(${ticked})) #f${position}{display:none}`];
    }),
  );
  return [...(placed.length > MOST_MARKS ? [] : filled), ...away].join("\n");
}

function tickedIn({ position, question }: Placed, value: number): string {
  return `[name=q${position}][value="${fieldValue(question, value)}"]:checked`;
}

/** In a choice of several an option is sent by its place. */
function fieldValue({ kind, options = [] }: Question, value: number): number {
  return kind === "multiple" ? options.findIndex((option) => option.value === value) : value;
}
