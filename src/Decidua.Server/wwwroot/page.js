// Comfort only: every page works without this file.
import { initAll } from "/lib/nhsuk-frontend.min.js";

const form = () => document.getElementById("assessment");

// Which folds the reader has opened, so that an update of the answer leaves them as they are.
let folds = new Map();
let then = null;

function begin(scope) {
  try {
    initAll({ scope });
  } catch (error) {
    console.warn(error);
  }
}

function openAround(id) {
  const target = id ? document.getElementById(id) : null;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  return target;
}

// An answer to earlier entries must not look like the answer to the present ones.
function markStale(event) {
  if (!event.target.closest("#assessment") || event.target.name?.startsWith("_an")) return;
  form().classList.add("is-stale");
  document.getElementById("stale").hidden = false;
}

function markTrouble() {
  form().classList.add("is-stale");
  document.getElementById("trouble").hidden = false;
  document.getElementById("answer-title").focus();
  document.getElementById("announcement").textContent = "No new answer.";
}

// A link to a fact opens the fold that it stands in and goes to the field itself.
function followToField(event) {
  const link = event.target.closest("#assessment a[href^='#']");
  const target = link && openAround(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function beforeUpdate() {
  folds = new Map([...document.querySelectorAll("#assessment details[id]")].map((fold) => [fold.id, fold.open]));
}

function afterUpdate() {
  for (const [id, open] of folds) {
    const fold = document.getElementById(id);
    if (fold && open) fold.open = true;
  }
  begin(document);
  const summary = document.querySelector(".nhsuk-error-summary");
  if (summary) summary.focus();
  else if (then) document.getElementById(then)?.focus();
  then = null;
  const said = document.querySelector("#answer .safety--certain .safety__act, #answer .advice");
  document.getElementById("announcement").textContent = said ? `Answer: ${said.textContent}` : "";
}

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
begin(document);
openAround(location.hash.slice(1));
document.addEventListener("input", markStale);
document.addEventListener("click", followToField);
document.addEventListener("submit", () => { then = document.activeElement?.closest("#question") ? "question-title" : "answer-title"; }, true);
document.addEventListener("htmx:beforeSwap", beforeUpdate);
document.addEventListener("htmx:afterSettle", afterUpdate);
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(failure, markTrouble);
