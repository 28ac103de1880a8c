/** An input, or what else may be a field. */
type Field = HTMLInputElement & Partial<Pick<HTMLSelectElement, 'selectedOptions'>>;

/** What a form with these elements of the page's, and with all that is in them, would send. */
export const fieldsIn = (elements: Iterable<Element>): [name: string, value: string][] =>
  [...elements]
    .flatMap((element) => [element, ...element.querySelectorAll('*')] as Field[])
    .filter(
      (field) =>
        field.name &&
        typeof field.value === 'string' &&
        !field.matches(':disabled') &&
        !/^(button|submit|reset|image|file|output)$/.test(field.type) &&
        (field.checked || !/^(checkbox|radio)$/.test(field.type)),
    )
    .flatMap((field) =>
      [...(field.selectedOptions ?? [field])]
        .filter(({ disabled }) => !disabled)
        .map(({ value }) => [field.name, value] as [string, string]),
    );
