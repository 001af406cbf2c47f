namespace Decidua.Knowledge.Tests;

/// <summary>The worked cases of <see cref="SmallKnowledge"/>.</summary>
internal static class SmallCases
{
    public const string Text = """
        ---
        id: small
        title: Cases of the small guideline
        ---

        ## S1 A smoker of 38

        She is pregnant and smokes.

        | fact | value |
        |---|---|
        | phase | pregnant |
        | gestation | 20+0 |
        | age | 38 |
        | booking BMI | 33.1 |
        | smoker | yes |
        | dosing weight | 91 |

        | guideline | subject | advice | intensity | from | until | certainty |
        |---|---|---|---|---|---|---|
        | small-2026 | LMWH | consider | prophylactic | 28+0 | labour | certain |
        | small-2026 | stockings | none | - | - | - | - |

        | value | is |
        |---|---|
        | small-2026/score | 3 |
        | small-2026/tier | middle |
        | small-2026/dose/enoxaparin daily, prophylactic (mg) | 60 |

        | row | state |
        |---|---|
        | small-2026/score/SC-1 | fires |
        | small-2026/score-early/SE-1 | does not fire |
        | small-2026/contraindications/CI-2 | possible |

        Source: invented.

        ## S2 The edges of the weight bands

        | fact | value |
        |---|---|
        | phase | pregnant |

        | dosing weight | → small-2026/dose/enoxaparin daily, prophylactic (mg) | → row small-2026/dose/DO-2 |
        |---|---|---|
        | 49.9 | 20 | does not fire |
        | 50 | 40 | fires |
        | 90 | 40 | fires |
        | 90.1 | 60 | does not fire |
        | 200 | 120 | - |

        Source: invented.
        """;
}
