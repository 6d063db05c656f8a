/* A device many people answer on. What they answered is on it only until it has been sent. */
const IDLE = 60_000;
const LAST_CALL = 15_000;
const THANKS = 10_000;
const AGAIN = 15_000;

const find = (id) => document.getElementById(id);
const [enter, asked, said, idle] = ["enter", "asked", "said", "idle"].map(find);
const language = document.documentElement.lang;
const rules = new CSSStyleSheet();
document.adoptedStyleSheets = [rules];
let code = null;

/* One small store: the questions by language, and what waits to be sent. */
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("kiosk", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("questions");
    request.result.createObjectStore("waiting", { autoIncrement: true });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
async function store(name, mode, act) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
  });
}

async function ask(path, fields) {
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${path}?lang=${language}`, {
    method: "POST",
    body,
    signal: AbortSignal.timeout(20_000),
  });
  // Too many at once, or nobody there: it is asked again. Anything else is an answer.
  if (answer.status >= 500 || answer.status === 429) throw new Error("not now");
  return answer.ok ? answer.json() : { state: "refused" };
}

function show(section) {
  for (const one of [enter, asked, said]) one.hidden = one !== section;
  scrollTo(0, 0);
  rest();
}

function tell(nodes, then = THANKS) {
  find("told").replaceChildren(...nodes);
  asked.replaceChildren();
  code = null;
  show(said);
  said.focus();
  clearTimeout(tell.timer);
  tell.timer = setTimeout(startOver, then);
}

function copyOf(id) {
  return [...find(id).content.cloneNode(true).childNodes];
}

/* Links that lead away from here are left out: nobody would bring the next person back. */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const link of template.content.querySelectorAll("a[href]")) link.parentElement.remove();
  return [...template.content.childNodes];
}

function saying({ title, text }) {
  const [head, rest] = [document.createElement("h1"), document.createElement("p")];
  head.textContent = title;
  rest.textContent = text;
  return [head, rest];
}

/* Nothing of the last person stays: not on the page, not in a field, not behind “back”. */
function startOver() {
  clearTimeout(tell.timer);
  code = null;
  asked.replaceChildren();
  find("told").replaceChildren();
  enter.querySelector("form").reset();
  rules.replaceSync("");
  if (idle.open) idle.close();
  show(enter);
  find("code").focus();
}

/* Nobody touches it for a minute: somebody went away with their answers on the screen. */
function rest() {
  clearTimeout(rest.timer);
  if (enter.hidden === false && find("code").value === "") return;
  rest.timer = setTimeout(() => {
    if (!said.hidden) return startOver();
    idle.showModal();
    rest.timer = setTimeout(startOver, LAST_CALL);
  }, IDLE);
}
for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
  addEventListener(kind, () => idle.open || rest(), { passive: true });
}
find("stay").addEventListener("click", () => {
  idle.close();
  rest();
});
find("over").addEventListener("click", startOver);

const canonical = (typed) =>
  typed
    .toLowerCase()
    .replace(/[\s\u2010-\u2015_-]+/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");

enter.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const typed = canonical(find("code").value);
  if (!/^[0-9a-hjkmnp-tv-z]{20}$/.test(typed)) {
    find("hint").replaceChildren(...copyOf("say-wrong"));
    find("hint").setAttribute("role", "alert");
    return;
  }
  code = typed;
  let questions;
  try {
    const answer = await ask("/kiosk/open", { code });
    if (code !== typed) return;
    if (answer.state !== "open") return tell(saying(answer));
    for (const [name, one] of Object.entries(answer.questions)) {
      await store("questions", "readwrite", (kept) => kept.put(one, name));
    }
    questions = answer.questions[language] ?? Object.values(answer.questions)[0];
    find("offline").hidden = true;
  } catch {
    find("offline").hidden = false;
    questions = await store("questions", "readonly", (kept) => kept.get(language));
    // Whoever asked for them has left, or somebody else is there.
    if (code !== typed) return;
    if (questions === undefined) return tell(copyOf("say-unprepared"));
  }
  enter.querySelector("form").reset();
  rules.replaceSync(questions.rules);
  asked.replaceChildren(...parsed(questions.html));
  asked.querySelector("[data-leave]").addEventListener("click", startOver);
  asked.querySelector("form").addEventListener("submit", (sent) => send(sent, questions));
  show(asked);
});

async function send(event, questions) {
  event.preventDefault();
  const fields = [...new FormData(event.target), ["code", code]];
  // Kept before it is sent: whatever happens now, it is not lost.
  const key = await store("waiting", "readwrite", (kept) => kept.add(fields));
  tell(parsed(questions.thanks));
  const thanks = tell.timer;
  const outcome = await handIn(key, fields);
  // By then somebody else may be answering: they are not told of it.
  if (outcome === null && tell.timer === thanks && !said.hidden) tell(copyOf("say-kept"));
  count();
}

/* Sent once: what the server has taken it never takes again, and says so. */
async function handIn(key, fields) {
  try {
    const { state } = await ask("/kiosk/answers", fields);
    // What the server does not read stays on the device, and holds up nothing else.
    if (state === "refused") return state;
    find("offline").hidden = true;
    await store("waiting", "readwrite", (kept) => kept.delete(key));
    return state;
  } catch {
    return null;
  }
}

async function count() {
  const many = await store("waiting", "readonly", (kept) => kept.count());
  const queued = find("queued");
  queued.hidden = many === 0;
  queued.textContent = queued.dataset.text.replace("{n}", many);
}

/* One device, one queue: several windows of it do not send the same thing at the same time. */
async function drain() {
  await navigator.locks.request("kiosk-queue", { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const keys = await store("waiting", "readonly", (kept) => kept.getAllKeys());
    for (const key of keys) {
      const fields = await store("waiting", "readonly", (kept) => kept.get(key));
      // What they send now may be older than what they have sent since from elsewhere.
      const sent = fields?.concat([["waited", "1"]]);
      if (sent !== undefined && (await handIn(key, sent)) === null) break;
    }
  });
  await count();
}

addEventListener("online", drain);
setInterval(drain, AGAIN);
navigator.serviceWorker?.register("/kiosk-worker.js", { scope: "/kiosk" });
drain();
startOver();
