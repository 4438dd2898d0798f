-- Terms under which use was priced otherwise earlier in the running period; charged with it, at these terms.
ALTER TABLE subscription ADD COLUMN earlier_terms TEXT NOT NULL DEFAULT '[]';
