namespace Decidua.Knowledge.Tests;

/// <summary>The guideline of <see cref="SmallKnowledge"/>. Invented.</summary>
internal static class SmallGuideline
{
    public const string Text = """
        ---
        id: small-2026
        title: A small guideline
        publisher: Nobody
        edition: first
        published: 2026-01
        jurisdiction: GB
        channel: clot prevention
        grades: { A: strong, B: weak }
        ---

        # A small guideline

        Invented, to test the language.

        ## Derived

        | fact | type | range | meaning |
        |---|---|---|---|
        | score | count | [0..12] | sum of the factors |
        | tier | one of: high, middle, low | | by the first row that applies |
        | worst | one of: severe, mild, nothing | | the worst sign |
        | grade | count | [0..5] | the greatest grade |
        | at risk | yes/no | | a score of 3, or a high tier |

        ## Score

        | C+ | fact | is | → score | source | checked |
        |---|---|---|---:|---|---|
        | SC-1 | age | > 35 | 1 | p. 1 | primary |
        | SC-2a | booking BMI | [30..40) | 1 | p. 1 | primary |
        | SC-2b | booking BMI | >= 40 | 2 | p. 1 | primary |
        | SC-3 | smoker | yes | 1 | p. 1 | primary |
        | SC-4 | clot | one | 3 | p. 1 | primary |
        | SC-5 | clot | several | 4 | p. 1 | primary |
        | SC-6 | birth | caesarean | 1 | p. 1 | primary |

        ## Score, early

        | C+ | smoker | gestation | → score | source | checked |
        |---|---|---|---:|---|---|
        | SE-1 | yes | < 14+0 | 2 | p. 1 | primary |

        ## Tier

        | F | fact | is | → tier | source | checked |
        |---|---|---|---|---|---|
        | TI-1 | clot | not(none) | high | p. 2 | primary |
        | TI-2 | score | >= 2 | middle | p. 2 | primary |
        | TI-3 | bed rest | >= 3 d | middle | p. 2 | primary |
        | TI-0 | - | - | low | p. 2 | primary |

        ## Worst

        | C> | fact | is | → worst | source | checked |
        |---|---|---|---|---|---|
        | WO-1 | bleeding | major | severe | p. 2 | primary |
        | WO-2 | bleeding | spotting, major | mild | p. 2 | primary |
        | WO-0 | - | - | nothing | p. 2 | primary |

        ## Grade

        | C> | age | booking BMI | → grade | source | checked |
        |---|---|---|---:|---|---|
        | GR-1 | > 40 | - | 2 | p. 2 | primary |
        | GR-2 | - | >= 35 | 3 | p. 2 | primary |
        | GR-3 | > 40 | >= 35 | 5 | p. 2 | primary |

        ## At risk

        | U | score | tier | → at risk | source | checked |
        |---|---|---|---|---|---|
        | AR-1 | >= 3 | - | yes | p. 2 | primary |
        | AR-2 | < 3 | high | yes | p. 2 | primary |
        | AR-3 | < 3 | middle, low | no | p. 2 | primary |

        ## Prophylaxis

        | U | phase | score | → advice | → subject | → intensity | → from | → until | → reason | strength | source | checked |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        | PR-1 | pregnant | >= 4 | offer | LMWH | prophylactic | now | labour | four or more | A | p. 3 | primary |
        | PR-2 | pregnant | 3 | consider | LMWH | prophylactic | later of (now, 28+0) | labour | three | B | p. 3 | reproduced |
        | PR-3 | pregnant | < 3 | no need | LMWH | - | - | - | few factors | B | p. 3 | primary |
        | PR-4 | postpartum | >= 2 | offer | LMWH | prophylactic | birth | birth + 10 d | birth | A | p. 3 | primary |
        | PR-5 | postpartum | < 2 | no need | LMWH | - | - | - | few factors | B | p. 3 | primary |
        | PR-0 | not pregnant | - | - | - | - | - | - | - | - | p. 3 | primary |

        ## Clots

        | C | phase | clot | bed rest | → advice | → subject | → intensity | → from | → until | → reason | strength | source | checked | overrides |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        | CL-1 | pregnant | several | - | offer | LMWH | therapeutic | now | birth + 6 wk | several clots | A | p. 4 | primary | prophylaxis/PR-1 |
        | CL-2 | pregnant | one, several | > 24 h | offer | LMWH | high prophylactic | 20+0 | birth | in bed | B | p. 4 | secondary | - |
        | CL-3 | not pregnant | - | - | avoid | LMWH | - | - | - | no reason | - | p. 4 | primary | - |

        ## Specialist

        | F | clot | varicose veins | → advice | → subject | → from | source | checked | overrides |
        |---|---|---|---|---|---|---|---|---|
        | SP-1 | several | - | refer | haematologist | now | p. 4 | primary | - |
        | SP-2 | one | - | refer | haematologist | 28+0 | p. 4 | primary | - |
        | SP-3 | none | yes | offer | stockings | now | p. 4 | primary | - |
        | SP-0 | - | - | - | - | - | p. 4 | primary | - |

        ## Contraindications

        | C | fact | is | → advice | → subject | → reason | source | checked |
        |---|---|---|---|---|---|---|---|
        | CI-1 | bleeding | major | contraindicated | LMWH | bleeding | p. 5 | primary |
        | CI-2 | platelet count | < 75 | contraindicated | LMWH | few platelets | p. 5 | primary |
        | CI-3 | allergy | yes | contraindicated | LMWH | allergy | p. 5 | primary |
        | CI-4 | bleeding | major | call now | obstetrician | bleeding | p. 5 | primary |

        ## Dose

        | U | dosing weight (kg) | → enoxaparin daily, prophylactic (mg) | → dalteparin daily, prophylactic (IU) | source | checked |
        |---|---|---:|---:|---|---|
        | DO-1 | < 50 | 20 | 2500 | p. 6 | primary |
        | DO-2 | [50..90] | 40 | 5000 | p. 6 | primary |
        | DO-3 | (90..170] | 60 | 7500 | p. 6 | primary |
        | DO-4 | > 170 | 0.6 per kg | 75 per kg | p. 6 | primary |

        ## Waiting times

        | F | worst | allergy | → before the needle | → note for the ward | source | checked |
        |---|---|---|---|---|---|---|
        | WT-1 | severe | - | - | no needle | p. 7 | primary |
        | WT-2 | - | yes | 24 h | - | p. 7 | primary |
        | WT-0 | - | - | 12 h | - | p. 7 | primary |

        ## Out of scope

        Nothing is out of scope.
        """;
}
