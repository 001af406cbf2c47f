using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Why a resource does not enter the record; each time with an issue that is shown.</summary>
internal static class Exclusion
{
    /// <summary>Whether the status is one by which the source itself takes the entry back.</summary>
    public static bool ByStatus(
        Resource resource, string member, string status, ReadOnlySpan<string> excluding, Concept what, IssueList issues)
    {
        if (!excluding.Contains(status))
            return false;
        issues.Note(IssueCode.ExcludedEntry, resource.At(member), $"{Quoted.Short(what.ToString())}: the source says '{status}'. It was left out.");
        return true;
    }

    /// <summary>Whether the resource does not say what it is about.</summary>
    public static bool ByEmptiness(Resource resource, string member, Concept what, IssueList issues)
    {
        if (!what.IsEmpty)
            return false;
        issues.Warn(
            IssueCode.UnusableResource, resource.At(member),
            $"This {resource.Type} does not say what it is about: it has neither a code nor words. It was left out.", "Code it in the source.");
        return true;
    }

    /// <summary>
    /// Whether a modifier extension or implicit rules may turn the meaning of the resource round. FHIR forbids reading
    /// such a resource without understanding them.
    /// </summary>
    public static bool ByModifier(Resource resource, IssueList issues)
    {
        var member = resource.Json.Items("modifierExtension").Any() ? "modifierExtension"
            : resource.Json.Text("implicitRules") is not null ? "implicitRules"
            : null;
        if (member is null)
            return false;
        issues.Warn(
            IssueCode.UnusableResource, resource.At(member),
            $"This {resource.Type} carries '{member}', which may change what it means. It was left out.", "Enter what it says by hand.");
        return true;
    }

    /// <summary>Notes a status that FHIR R4 does not have, and goes on with a cautious one.</summary>
    public static T UnknownStatus<T>(Resource resource, string member, string status, T taken, IssueList issues)
        where T : struct, Enum
    {
        issues.Warn(
            IssueCode.UnusableResource, resource.At(member),
            $"FHIR R4 has no {member} '{Quoted.Short(status)}' here. It was taken as {taken.ToString().ToLowerInvariant()}.");
        return taken;
    }
}
