/** What `-with-annotations` writes above each kind of block. */
export const annotations = {
  file: `Written by hcl2_upgrade from a legacy JSON template. Read it once before you rely on it.
Its blocks may be moved to other files of this folder that end in .pkr.hcl; "ingot validate ." reads them together.
HCL evaluates \${ } first; what stands in {{ }} is rendered after that, by the component that gets the text.`,
  packer: 'Which version of Packer the template is for, and the plugins that bring its components.',
  variables: `All are strings, as in JSON; give them a better type where one fits. Values come from -var, from -var-file and
from the environment as PKR_VAR_name.`,
  locals: 'Values that are made of others. Where there is a variable of the same name, its value wins when it is given.',
  data: 'Asked before the build begins; a build then uses the answer.',
  sources: 'Each was a builder: a kind of machine image, with how to make it. Builds refer to it as source.type.name.',
  build: 'Sources that are built, and what is done on and with each of them, in order.',
} as const
