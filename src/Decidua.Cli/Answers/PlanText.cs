using Decidua.Clinical.Issues;
using Decidua.Exchange.Planning;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Planning;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Planning.Supply;
using Decidua.Reasoning.Assessing;

namespace Decidua.Cli.Answers;

/// <summary>Writes a plan for a person at a terminal, as a letter: what to give first, then pauses, what is due, the pharmacy, doubts.</summary>
internal sealed class PlanText(TextWriter output)
{
    /// <summary>Writes the whole plan.</summary>
    /// <param name="plan">The plan.</param>
    internal void Write(Plan plan)
    {
        output.WriteLine($"Plan as of {PlanWording.Day(plan.Request.AsOf)}, protocol {plan.Assessment.Protocol?.Id ?? "none"}, knowledge {plan.Assessment.Library.Hash[..19]}");
        if (plan.Calendar is { } calendar) output.WriteLine($"{PlanWording.Due(calendar)}");
        else output.WriteLine("Nothing dates a pregnancy, so no gestation is laid on the calendar.");
        WriteCourses(plan);
        Part("Pauses", plan.Holds, WriteHold);
        Part("Due", plan.Due, due => output.WriteLine($"  - {due.What}: {PlanWording.When(due)}{(due.Reason.Length > 0 ? $", {due.Reason}" : "")} ({due.Row.Address})"));
        Part("Pharmacy", plan.Supplies, WriteSupply);
        Part("Also advised", plan.Advice, advice => output.WriteLine($"  - {Reasoned(advice)}"));
        Part("To know", plan.Issues.Where(issue => issue.Severity != Severity.Information), issue => output.WriteLine($"  ! {issue.Message} {issue.Remedy}".TrimEnd() + $" [{issue.Code}]"));
        Part("Undecided: open facts decide it", plan.Undecided, advice => output.WriteLine($"  ? {Reasoned(advice)}"));
        output.WriteLine();
        output.WriteLine(PlanWording.IntendedUse);
    }

    private static string Reasoned(Recommendation advice) =>
        $"{advice.Channel}: {advice}{(advice.Reasons.Any() ? $"; {string.Join("; ", advice.Reasons)}" : "")} ({string.Join(", ", advice.Rows.Select(row => row.Address))})";

    private void WriteCourses(Plan plan)
    {
        output.WriteLine();
        if (plan.Courses.IsEmpty) output.WriteLine("No medicine is certainly advised, so none is planned.");
        foreach (var course in plan.Courses) Write(course);
    }

    private void Write(Course course)
    {
        output.WriteLine($"{PlanWording.Sentence(course)}.");
        foreach (var against in course.Against) output.WriteLine($"    against it: {against} ({against.Guideline}; {string.Join("; ", against.Reasons)})");
        if (PlanWording.Differs(course) is { Length: > 0 } differs) output.WriteLine($"    ! {differs}");
        if (course.Dose is { } dose) Write(dose);
        else if (course.Against.IsEmpty) output.WriteLine("    no dose: the knowledge that this protocol names holds none for it");
        foreach (var reason in course.Reasons)
        {
            var one = reason.Recommendation;
            output.WriteLine($"    because {one.Guideline} says {one.Advice.Word()}{(one.Reasons.Any() ? $": {string.Join("; ", one.Reasons)}" : "")}{(one.Strength.Length > 0 ? $" (grade {one.Strength})" : "")}");
            output.WriteLine($"      {PlanWording.Span(reason.From, reason.Until)}; {string.Join(", ", one.Rows.Select(row => row.Address))}{(one.Checked > Checked.Reproduced ? "; not yet checked against the original" : "")}");
        }

        if (course.Foreseen) output.WriteLine("    assess again when the baby is born");
    }

    private void Write(DoseAnswer dose)
    {
        if (!dose.Syringes.IsEmpty) output.WriteLine($"    {PlanWording.Syringes(dose)}");
        if (dose.Working.Length > 0) output.WriteLine($"    reckoned: {dose.Working}{(dose.Ruled is { } ruled && ruled != dose.Amount ? $" = {PlanWording.Number(ruled)} {dose.Unit}" : "")}");
        foreach (var row in dose.Rows) output.WriteLine($"    dose by {row.Address} ({row.Source}{(row.Checked > Checked.Reproduced ? "; not yet checked against the original" : "")})");
        foreach (var issue in dose.Issues) output.WriteLine($"    ! {issue.Message} {issue.Remedy}".TrimEnd() + $" [{issue.Code}]");
    }

    private void WriteHold(HoldWindow hold)
    {
        output.WriteLine($"  - {PlanWording.Title(hold)}. {PlanWording.Sentence(hold)}");
        output.WriteLine($"      {string.Join(", ", hold.Rows.Select(row => row.Address))}");
        foreach (var instruction in hold.Instructions) output.WriteLine($"      {instruction}");
        foreach (var warning in hold.Warnings) output.WriteLine($"      ! {warning}");
    }

    private void WriteSupply(SupplyEstimate supply)
    {
        output.WriteLine($"  - {supply.Medicine}, {PlanWording.Day(supply.From)} until {PlanWording.Day(supply.Until)}");
        foreach (var line in supply.Lines) output.WriteLine($"      {PlanWording.Sentence(line)}");
        if (supply.Cost is { } cost) output.WriteLine($"      {PlanWording.Money(cost, supply.Currency)} by {supply.PriceList}");
        if (supply.RunsOut is { } ends) output.WriteLine($"      what was supplied lasts until {PlanWording.Day(ends)}{(supply.Refill is { } refill ? $"; ask for more by {PlanWording.Day(refill)}" : "")}");
    }

    private void Part<T>(string title, IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (first)
            {
                output.WriteLine();
                output.WriteLine(title);
            }

            first = false;
            write(item);
        }
    }
}
