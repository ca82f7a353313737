/** "@" and the beginning of a name offers the people of this page. `label` names the list for screen readers. */
export function suggestNames(area, label) {
  const names = () =>
    [...new Set([...document.querySelectorAll("bdi.comment-author")].map((name) => name.textContent))].sort();
  const list = document.createElement("ul");
  list.className = "name-list";
  list.id = `${area.id}-names`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  area.after(list);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", list.id);
  let chosen = 0;
  const begun = () => /(?:^|[\s(])@([^\n@]{0,60})$/u.exec(area.value.slice(0, area.selectionStart))?.[1];
  const close = () => {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    for (const [index, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(index === chosen));
    area.setAttribute("aria-activedescendant", list.children[chosen].id);
  };
  const take = (name) => {
    const from = area.selectionStart - begun().length;
    area.setRangeText(`${name} `, from, area.selectionStart, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    area.focus();
  };
  area.addEventListener("input", () => {
    const start = begun()?.toLowerCase();
    const found = start === undefined ? [] : names().filter((name) => name.toLowerCase().startsWith(start));
    list.replaceChildren(
      ...found.slice(0, 6).map((name, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.textContent = name;
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(name);
        });
        return option;
      }),
    );
    chosen = 0;
    list.hidden = found.length === 0;
    if (list.hidden) close();
    else mark();
  });
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      mark();
    } else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  area.addEventListener("blur", close);
}
