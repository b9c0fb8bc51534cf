// What pages do beyond HTML: GOV.UK's components, one send per form, and word of when answers were last saved.

const govuk = await import(document.getElementById("govuk-frontend").href);
govuk.initAll();
document.addEventListener("htmx:afterSwap", (event) => {
  govuk.initAll({ scope: event.target });
  tidyRadios();
});

// GOV.UK's radios say aria-expanded, which ARIA does not allow on a radio; what an answer reveals follows it directly anyway.
const tidyRadios = () =>
  document.querySelectorAll("input[type=radio][aria-expanded]").forEach((radio) => radio.removeAttribute("aria-expanded"));
tidyRadios();
document.addEventListener("change", tidyRadios);
window.addEventListener("pageshow", tidyRadios);

// One send per form: the second press of a busy finger does nothing. Coming back to the page frees it again.
const sent = new WeakSet();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
});
const free = (form) => {
  sent.delete(form);
  form.removeAttribute("aria-busy");
};
window.addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(free));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form[aria-busy]");
  if (form) free(form);
});

// Autosave, for a form with data-kf-autosave="<address>": waits for a pause, then posts what is typed so far.
const say = (form, words, problem = false) => {
  const line = form.querySelector("[data-kf-saved]") ?? document.querySelector("[data-kf-saved]");
  if (!line) return;
  line.textContent = words;
  line.classList.toggle("kf-saved--problem", problem);
};
const clock = () =>
  new Date()
    .toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" })
    .replace(/\s/g, "");

for (const form of document.querySelectorAll("form[data-kf-autosave]")) {
  let waiting;
  let saving = Promise.resolve();
  let unsaved = false;
  let underWay = 0;
  const save = async () => {
    unsaved = false;
    try {
      const answer = await fetch(form.dataset.kfAutosave || form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Kinfold-Autosave": "1" },
        redirect: "error",
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const version = answer.headers.get("X-Kinfold-Version"); // what was read is now what was saved
      if (version && form.elements.version) form.elements.version.value = version;
      say(form, `Saved at ${clock()}`);
    } catch {
      unsaved = true;
      say(form, "Not saved yet. We will keep trying; what you typed is still here.", true);
      waiting = setTimeout(queue, 10000);
    }
  };
  const queue = () => {
    underWay += 1;
    saving = saving.then(save).then(() => (underWay -= 1));
  };
  form.addEventListener("input", () => {
    unsaved = true;
    clearTimeout(waiting);
    waiting = setTimeout(queue, 1500);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    unsaved = false;
    if (!underWay) return;
    event.preventDefault(); // a save is under way: sent after it, so that the two do not meet
    saving.then(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}
