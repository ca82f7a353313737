// For pages of others that show a letter's card in a frame: gives each frame the height that its card asks for.
// Nothing is stored, nothing is sent.
(() => {
  const source = document.currentScript?.src;
  if (!source) return;
  const { origin } = new URL(source);
  addEventListener("message", (event) => {
    if (event.origin !== origin || event.data?.tribune !== "height") return;
    const height = Number(event.data.height);
    if (!(height > 0 && height < 5000)) return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === event.source) frame.style.height = `${height}px`;
  });
})();
