"""Pure folds over recorded steps: what they say of quantities, units and tanks (GENEALOGY R1–R8)."""
