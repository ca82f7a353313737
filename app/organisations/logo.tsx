import type { FormState } from "#app/requests/form.ts";
import { Checkbox, Field } from "#app/ui/field.tsx";
import type { Logo } from "./organisation.ts";

/** A logo beside the name that it stands for, within a square of `size` pixels; nothing where there is none. */
export function LogoImage({ logo, size }: { logo: Logo | null; size: number }) {
  if (!logo) return null;
  const scale = Math.min(1, size / Math.max(logo.width, logo.height));
  return (
    <img
      className="logo"
      src={`/images/${logo.sha256}`}
      // The name stands beside it.
      alt=""
      width={Math.max(1, Math.round(logo.width * scale))}
      height={Math.max(1, Math.round(logo.height * scale))}
    />
  );
}

/** Chooses another logo, or takes away the one that is there. */
export function LogoField({ form, logo }: { form?: FormState; logo: Logo | null }) {
  return (
    <>
      <LogoImage logo={logo} size={96} />
      <Field
        name="logo"
        label="logo.label"
        hint="logo.hint"
        optional
        type="file"
        form={form}
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml"
      />
      {logo ? <Checkbox name="removeLogo" label="logo.remove" form={form} /> : null}
    </>
  );
}
