using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

/// <summary>The example of the design of the language, with the vocabulary that it needs.</summary>
internal static class ExampleGuideline
{
    public const string Path = "guidelines/rcog-37a-2015.md";

    /// <summary>The line of the excerpt that declares a value whose tables it leaves out.</summary>
    public const string Undecided = "| postnatal tier | one of: high, intermediate, lower | | Appendix I after birth |\n";

    public const string Text = """
        ---
        id: rcog-37a-2015
        title: Reducing the risk of venous thromboembolism during pregnancy and the puerperium
        publisher: Royal College of Obstetricians and Gynaecologists
        edition: Green-top Guideline 37a, third edition
        published: 2015-04
        jurisdiction: GB
        channel: clot prevention
        grades: { A: randomised trials, B: good observational studies, C: observational studies, D: expert opinion, GPP: good practice point }
        ---

        # RCOG 37a (2015)

        An excerpt that shows the format; it is no guideline to use.

        ## Derived

        | fact | type | range | meaning |
        |---|---|---|---|
        | antenatal score | count | [0..40] | sum of the factors that count before birth |
        | postnatal tier | one of: high, intermediate, lower | | Appendix I after birth |

        ## Antenatal score

        Only factors that are current or persisting count. A resolved transient factor is dropped.

        | C+ | fact | is | → antenatal score | source | checked |
        |---|---|---|---:|---|---|
        | PRE-01 | previous clot | single unprovoked or minor, single oestrogen or pregnancy related, recurrent | 4 | App. III | reproduced |
        | PRE-02 | previous clot | single after major surgery | 3 | App. III | reproduced |
        | PRE-03 | thrombophilia class (RCOG) | high risk | 3 | App. III | reproduced |
        | PRE-06 | thrombophilia class (RCOG) | low risk | 1 | App. III | reproduced |
        | PRE-07 | age | > 35 | 1 | App. III | reproduced |
        | PRE-08a | booking BMI | [30..40) | 1 | App. III | reproduced |
        | PRE-08b | booking BMI | >= 40 | 2 | App. III | reproduced |
        | PRE-09 | parity | >= 3 | 1 | App. III | reproduced |
        | PRE-10 | smoker | yes | 1 | App. III | reproduced |
        | TRA-02 | hyperemesis now | yes | 3 | App. III | reproduced |

        A row with two conditions is a table of its own, summed into the same output:

        ## Antenatal score, first trimester only

        | C+ | OHSS now | gestation | → antenatal score | source | checked |
        |---|---|---|---:|---|---|
        | TRA-03 | yes | < 14+0 | 4 | App. III | reproduced |

        ## Antenatal prophylaxis

        | U | phase | antenatal score | → advice | → subject | → intensity | → from | → until | strength | source | checked |
        |---|---|---|---|---|---|---|---|---|---|---|
        | MGT-01 | pregnant | >= 4 | consider | LMWH | prophylactic | now | labour | D | App. III | reproduced |
        | MGT-02 | pregnant | 3 | consider | LMWH | prophylactic | later of (now, 28+0) | labour | D | App. III | reproduced |
        | MGT-03 | pregnant | < 3 | no need | LMWH | - | - | - | D | App. I | reproduced |
        | MGT-00 | not(pregnant) | - | - | - | - | - | - | - | scope | reproduced |

        ## Prophylactic dose

        Bands are printed as whole kilograms, so 90 to 91 kg is open; the protocol's weight rounding decides, and the answer says which reading was used.

        | U | dosing weight (kg) | → enoxaparin daily, prophylactic (mg) | → dalteparin daily, prophylactic (IU) | → tinzaparin daily, prophylactic (IU) | source | checked |
        |---|---|---:|---:|---:|---|---|
        | DOS-01 | < 50 | 20 | 2500 | 3500 | Table 3 | reproduced |
        | DOS-02 | [50..90] | 40 | 5000 | 4500 | Table 3 | reproduced |
        | DOS-03 | (90..130] | 60 | 7500 | 7000 | Table 3 | reproduced |
        | DOS-04 | (130..170] | 80 | 10000 | 9000 | Table 3 | reproduced |
        | DOS-05 | > 170 | 0.6 per kg | 75 per kg | 75 per kg | Table 3 | reproduced |

        ## Contraindications

        | C | fact | is | → advice | → subject | → reason | source | checked |
        |---|---|---|---|---|---|---|---|
        | CI-02 | active bleeding | moderate, major | contraindicated | LMWH | active bleeding | App. III | reproduced |
        | CI-04 | platelet count | < 75 | contraindicated | LMWH | low platelets | App. III | reproduced |
        | CI-06 | glomerular filtration rate | < 30 | contraindicated | LMWH | severe kidney disease | App. III | reproduced |

        ## Neuraxial block

        | U | LMWH intensity | → block after last dose | → dose after needle or catheter out | → catheter out after last dose | source | checked |
        |---|---|---|---|---|---|---|
        | LAB-02 | prophylactic | 12 h | 4 h | 12 h | labour section | reproduced |
        | LAB-03 | high prophylactic, therapeutic | 24 h | 4 h | 12 h | labour section | reproduced |
        """;

    private const string Vocabulary = """
        ---
        id: example
        title: Facts of the example
        ---

        ## Woman

        | fact | type | unit | range | if absent | question |
        |---|---|---|---|---|---|
        | phase | one of: not pregnant, fertility treatment, pregnant, postpartum | - | - | unknown | Where is she? |
        | gestation | gestation | - | [0+0..44+6] | unknown | How far is she? |
        | age | count | a | [10..65] | unknown | How old is she? |
        | booking BMI | number | kg/m2 | [10..100] | unknown | What was her BMI at booking? |
        | parity | count | - | [0..20] | unknown | How often has she given birth? |
        | smoker | yes/no | - | - | unknown | Does she smoke? |
        | previous clot | one of: none, single after major surgery, single unprovoked or minor, single oestrogen or pregnancy related, recurrent | - | - | unknown | Has she had a clot? |
        | thrombophilia class (RCOG) | one of: none, low risk, high risk | - | - | presumed none | Has she a thrombophilia? |
        | hyperemesis now | yes/no | - | - | presumed no | Has she hyperemesis? |
        | OHSS now | yes/no | - | - | presumed no | Has she OHSS? |
        | dosing weight | number | kg | [25..350] | unknown | What does she weigh? |
        | active bleeding | one of: none, spotting, moderate, major | - | - | presumed none | Is she bleeding? |
        | platelet count | number | 10*9/L | [0..2000] | unknown | What is her platelet count? |
        | glomerular filtration rate | number | mL/min | [0..250] | unknown | What is her GFR? |
        | LMWH intensity | one of: prophylactic, high prophylactic, therapeutic | - | - | unknown | How much LMWH has she? |
        """;

    /// <summary>The example as it stands, or with its text changed.</summary>
    public static LibraryReading Read(Func<string, string>? change = null) =>
        LibraryReader.Read([new SourceFile("vocabulary/example.md", Vocabulary), new SourceFile(Path, (change ?? (text => text))(Text))]);

    /// <summary>The excerpt without the value that it does not decide.</summary>
    public static Library Library { get; } = Read(text => text.Replace(Undecided, "")).Library ?? throw new InvalidOperationException("The example does not load.");
}
