// Asks the browser for a passkey, which only a script can. Forms: [data-passkey] holds what for; what the browser gives
// goes along as the field `credential`, and the form is sent as every other. [data-prove] shows one instead of a password.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const named = (list = []) => list.map((each) => ({ ...each, type: "public-key", id: bytes(each.id) }));

const supported = "credentials" in navigator && typeof PublicKeyCredential === "function";

async function post(path, fields) {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told.error), { told: told.error ?? "failed" });
  return told;
}

// What the browser gives for a purpose, as JSON (WebAuthn's RegistrationResponseJSON, AuthenticationResponseJSON).
async function passkeyFor(purpose) {
  const { options } = await post("/passkeys/challenge", { purpose });
  const challenge = bytes(options.challenge);
  if (purpose === "add") {
    const user = { ...options.user, id: bytes(options.user.id) };
    const excludeCredentials = named(options.excludeCredentials);
    const { id, type, response } = await navigator.credentials.create({
      publicKey: { ...options, challenge, user, excludeCredentials },
    });
    return JSON.stringify({
      ...{ id, rawId: id, type },
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    });
  }
  const { id, type, response } = await navigator.credentials.get({
    publicKey: { ...options, challenge, allowCredentials: named(options.allowCredentials) },
  });
  return JSON.stringify({
    ...{ id, rawId: id, type },
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  });
}

// The words that stand on the page for what went wrong: the server's answer, or the browser's.
function wordsFor(place, fault) {
  const reasons = { NotAllowedError: "cancelled", InvalidStateError: "known" };
  const { words } = place.querySelector("[data-said]").dataset;
  const all = JSON.parse(words);
  return all[fault.told ?? reasons[fault.name]] ?? all.failed;
}

function say(place, words) {
  const said = place.querySelector("[data-said]");
  said.hidden = false;
  said.textContent = words;
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.querySelector("[data-plain]").hidden = true;
  if (!supported) {
    say(form, JSON.parse(form.querySelector("[data-said]").dataset.words).unsupported);
    continue;
  }
  const { credential } = form.elements;
  for (const hidden of form.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  // Coming back by the browser's own button, what was sent once is good for nothing.
  addEventListener("pageshow", () => (credential.value = ""));
  let asking = false;
  form.addEventListener("submit", async (event) => {
    if (credential.value) return;
    event.preventDefault();
    event.stopPropagation();
    if (asking || !form.reportValidity()) return;
    asking = true;
    try {
      credential.value = await passkeyFor(form.dataset.passkey);
      form.requestSubmit();
    } catch (fault) {
      say(form, wordsFor(form, fault));
    } finally {
      asking = false;
    }
  });
}

const places = document.querySelectorAll("[data-prove]");
for (const place of places) {
  if (!supported) continue;
  const button = place.querySelector("button[data-needs-script]");
  for (const hidden of place.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await post("/passkeys/prove", { credential: await passkeyFor("prove") });
      if (place.dataset.prove === "reload") return location.reload();
      // Shown once, it holds for every form of the page.
      for (const each of places) {
        for (const field of each.querySelectorAll(".field, button")) field.hidden = true;
        say(each, JSON.parse(each.querySelector("[data-said]").dataset.words).shown);
      }
    } catch (fault) {
      say(place, wordsFor(place, fault));
    }
  });
}

// Recovery codes as a file, made in the browser: they are shown once, and the server does not have them any more.
for (const button of document.querySelectorAll("[data-save]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    const lines = [...document.querySelectorAll(button.dataset.save)].map((each) => each.textContent);
    link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "text/plain" }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}
