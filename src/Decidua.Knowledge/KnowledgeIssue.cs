using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge;

/// <summary>Makes issues about knowledge files.</summary>
internal static class KnowledgeIssue
{
    internal static Issue At(Place place, string code, string message, string remedy = "") =>
        new(code, Severity.Error, place.ToString(), message, remedy);
}
