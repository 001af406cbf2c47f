using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests.Catalogues;

/// <summary>Cards and a row that names them, beside the small knowledge. Everything in them is invented.</summary>
internal static class SmallCatalogues
{
    public const string TrialsPath = "evidence/trials.md";
    public const string ClaimsPath = "claims/claims.md";
    public const string CitingPath = "guidelines/citing-2026.md";

    private const string Trials = """
        ---
        id: trials
        title: Invented studies
        catalogue: trial
        ---

        What these studies have in common.

        ## FIRST

        | item | value |
        |---|---|
        | id | first-2001 |
        | year | 2001 |
        | source | J Invented 2001;1:1 |
        | status | published |
        | design | randomised |
        | population | ten women |
        | arms | five; five |
        | shows | Nothing much. |
        | does not show | Anything else. |
        | caution | small |
        | checked | reproduced |

        | outcome | result | source | checked |
        |---|---|---|---|
        | live birth | 4 of 5 with, 3 of 5 without | abstract | reproduced |
        | harm | none | from memory | recalled |

        ## Second, running

        | item | value |
        |---|---|
        | id | second |
        | year | - |
        | source | register |
        | status | ongoing |
        | design | randomised |
        | population | women |
        | arms | - |
        | shows | Nothing yet. |
        | does not show | Anything. |
        | caution | - |
        | checked | secondary |

        ## Third, withdrawn

        | item | value |
        |---|---|
        | id | third-2003-retracted |
        | year | 2003 |
        | source | J Invented 2003;3:3 |
        | status | retracted |
        | design | unknown |
        | population | women |
        | arms | - |
        | shows | Nothing. |
        | does not show | Anything. |
        | caution | - |
        | checked | reproduced |
        """;

    private const string Claims = """
        ---
        id: claims
        title: Invented claims
        catalogue: claim
        ---

        ## The moon does it

        | item | value |
        |---|---|
        | id | sx1 |
        | verdict | false |
        | why | It does not. |
        | instead | Sleep. |
        | trials | first-2001, second |
        | guidelines | small-2026 |
        | source | astronomy |
        | checked | recalled |

        ## Where support is

        At home.
        """;

    private const string Citing = """
        ---
        id: citing-2026
        title: A guideline that names studies
        publisher: Nobody
        edition: first
        published: 2026-01
        jurisdiction: GB
        channel: pregnancy
        ---

        ## Advice

        | U | smoker | → advice | → subject | source | checked | evidence |
        |---|---|---|---|---|---|---|
        | CI-1 | yes | avoid | LMWH | p. 1 | primary | first-2001, second |
        | CI-2 | no | no need | LMWH | p. 1 | primary | - |
        """;

    public static IReadOnlyList<SourceFile> Files { get; } = [new(TrialsPath, Trials), new(ClaimsPath, Claims), new(CitingPath, Citing)];

    /// <summary>Reads the small knowledge with these files, in one of which a piece of text that stands there once is replaced.</summary>
    public static (LibraryReading Reading, SourceFile Changed) ReadWith(string path, string found, string put)
    {
        var file = Files.Single(one => one.Path == path);
        (file.Text.Split(found).Length - 1).ShouldBe(1, $"'{found}' in {path}");
        var changed = file with { Text = file.Text.Replace(found, put) };
        return (SmallKnowledge.Read(Files.Select(one => one.Path == path ? changed : one)), changed);
    }
}
