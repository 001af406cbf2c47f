using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Inputs;
using Decidua.Planning.Asking;

namespace Decidua.Exchange.Planning;

/// <summary>Puts what an input says for a plan beside the woman that was read from it.</summary>
internal static class PlannedWoman
{
    /// <summary>The woman with the request, on her day. What cannot be on that day is an error, and leaves no woman.</summary>
    /// <param name="reading">The woman.</param>
    /// <param name="plan">What the input says for a plan; null when it says nothing.</param>
    /// <param name="record">The record that she was read from; null for facts.</param>
    internal static Reading<WomanInput> Planned(this Reading<WomanInput> reading, PlanRequest? plan, Record? record)
    {
        if (reading.Value is not { } woman) return reading;
        woman = woman with { Record = record };
        if (plan is null || woman.AsOf is not { } date) return reading with { Value = woman };
        var request = plan with { AsOf = date };
        var issues = PlanRequestChecks.Check(request);
        return new Reading<WomanInput>(issues.Any(issue => issue.Severity == Severity.Error) ? null : woman with { Plan = request }, [.. reading.Issues, .. issues]);
    }
}
