using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

/// <summary>
/// A small knowledge folder in memory that uses every construction of the language. Its points, bands and doses are invented;
/// it is for no woman.
/// </summary>
internal static class SmallKnowledge
{
    public const string VocabularyPath = "vocabulary/woman.md";
    public const string ConsistencyPath = "vocabulary/consistency.md";
    public const string GuidelinePath = "guidelines/small-2026.md";
    public const string ProtocolPath = "protocols/uk.md";
    public const string WholePath = "protocols/whole.md";
    public const string CodesPath = "terminology/habits.md";
    public const string CasesPath = "cases/small.md";

    public const string Vocabulary = """
        ---
        id: woman
        title: The woman
        ---

        # The woman

        ## Pregnancy

        | fact | type | unit | range | if absent | question | codes |
        |---|---|---|---|---|---|---|
        | phase | one of: not pregnant, pregnant, postpartum | - | - | unknown | Is she pregnant? | - |
        | gestation | gestation | - | [0+0..44+6] | unknown | derived by: gestation; How far is she? | - |
        | birth | one of: not yet, vaginal, caesarean | - | - | presumed not yet | How was the birth? | - |

        ## Body

        | fact | type | unit | range | if absent | question | codes |
        |---|---|---|---|---|---|---|
        | age | count | a | [10..65] | unknown | How old is she? | - |
        | booking BMI | number | kg/m2 | [10..100] | unknown | What was her BMI? | - |
        | dosing weight | number | kg | [25..350] | unknown | What does she weigh? | - |
        | platelet count | number | 10*9/L | [0..2000] | unknown | What is her platelet count? | - |
        | bed rest | duration | - | [0 h..30 d] | presumed 0 h | For how long has she been in bed? | - |

        ## History

        | fact | type | unit | range | if absent | question | codes |
        |---|---|---|---|---|---|---|
        | smoker | yes/no | - | - | presumed no | Does she smoke? | value set: smoking |
        | clot | one of: none, one, several | - | - | presumed none | Has she had a clot? | - |
        | varicose veins | yes/no | - | - | presumed no | Has she varicose veins? | - |
        | bleeding | one of: none, spotting, major | - | - | presumed none | Is she bleeding? | - |
        | allergy | yes/no | - | - | presumed no | Is she allergic to heparin? | - |
        """;

    public const string Consistency = """
        ---
        id: consistency
        title: What cannot be together
        ---

        ## Birth and phase

        | C | phase | birth | → contradiction | source | checked |
        |---|---|---|---|---|---|
        | CO-1 | pregnant | vaginal, caesarean | She cannot be pregnant and have given birth. | words | primary |
        | CO-2 | postpartum | not yet | After a birth it is not 'not yet'. | words | primary |
        """;

    public const string Protocol = """
        ---
        id: uk
        title: United Kingdom
        default: true
        ---

        ## Channels

        | channel | guideline |
        |---|---|
        | clot prevention | small-2026 |

        ## Parameters

        | parameter | value | meaning | source | checked |
        |---|---|---|---|---|
        | weight rounding | exact | weights are read as they are | own choice | primary |
        """;

    public const string Whole = """
        ---
        id: whole
        title: Whole kilograms
        ---

        ## Channels

        | channel | guideline |
        |---|---|
        | clot prevention | small-2026 |

        ## Parameters

        | parameter | value | meaning | source | checked |
        |---|---|---|---|---|
        | weight rounding | whole kilograms | weights are rounded first | own choice | primary |
        """;

    public const string Codes = """
        ---
        id: habits
        title: Habits
        catalogue: value set
        ---

        ## Smoking

        | system | code | match | display | source | checked |
        |---|---|---|---|---|---|
        | SNOMED CT | 77176002 | exact | Smoker | data | reproduced |
        | ICD-10 | F17 | prefix | Tobacco | data | recalled |
        """;

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        new(VocabularyPath, Vocabulary), new(ConsistencyPath, Consistency), new(GuidelinePath, SmallGuideline.Text), new(ProtocolPath, Protocol),
        new(WholePath, Whole), new(CodesPath, Codes), new(CasesPath, SmallCases.Text),
    ];

    /// <summary>The clean library.</summary>
    public static Library Library { get; } = Read().Library ?? throw new InvalidOperationException(string.Join('\n', Read().Issues));

    /// <summary>Reads the small knowledge, some files of it replaced or added.</summary>
    public static LibraryReading Read(params IEnumerable<SourceFile> changed)
    {
        var replaced = changed.ToList();
        return LibraryReader.Read(Files.Where(file => replaced.TrueForAll(other => other.Path != file.Path)).Concat(replaced));
    }

    /// <summary>A file with one piece of text, which stands in it exactly once, replaced.</summary>
    public static SourceFile With(string path, string found, string put)
    {
        var text = Files.Single(file => file.Path == path).Text;
        (text.Split(found).Length - 1).ShouldBe(1, $"'{found}' in {path}");
        return new SourceFile(path, text.Replace(found, put));
    }

    /// <summary>The place of a piece of text that stands exactly once in a file, counted without the reader.</summary>
    public static string PlaceOf(SourceFile file, string text)
    {
        (file.Text.Split(text).Length - 1).ShouldBe(1, $"'{text}' in {file.Path}");
        var before = file.Text[..file.Text.IndexOf(text, StringComparison.Ordinal)];
        return $"{file.Path}:{before.Count(character => character == '\n') + 1}:{before.Length - before.LastIndexOf('\n')}";
    }
}
