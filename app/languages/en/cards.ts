/** Pictures that go with links. */
export const cards = {
  "cards.organisation": "Organisation",
  "cards.organisation.description": "{{name}} on Tribune: {{by}}. The letters it published and signed.",
};
