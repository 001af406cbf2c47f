using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tables;

/// <summary>Reads the rows of one decision table.</summary>
internal sealed class RowReader(string tableAddress, string channel, TableShape shape, Heading heading, ICollection<Issue> issues)
{
    /// <summary>Reads one row; what cannot be read is reported, and the row is then null.</summary>
    internal Row? Read(ImmutableArray<Cell> cells)
    {
        var before = issues.Count;
        var id = cells[0];
        if (id.IsDash || id.Text.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.')))
            issues.Add(KnowledgeIssue.At(id.Place, IssueCode.MalformedCell,
                $"Expected a row id of letters, digits and hyphens; found '{id.Text}'."));
        var row = new Row
        {
            Id = id.Text,
            Address = $"{tableAddress}/{id.Text}",
            Place = id.Place,
            Conditions = ReadConditions(cells),
            Outputs = [.. shape.Outputs.Select(column => ReadOutput(column.Value, cells[column.Key]))],
            Advice = shape.Advice.Count > 0 ? ReadAdvice(cells) : null,
            Strength = Annotation(cells, "strength").Text,
            Source = ReadSource(cells),
            Checked = ReadChecked(cells),
            Note = Annotation(cells, "note").Text,
            Overrides = ReadOverrides(Annotation(cells, "overrides").Text),
            Evidence = [.. Annotation(cells, "evidence").Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
        return issues.Count == before ? row : null;
    }

    private ImmutableArray<Condition> ReadConditions(ImmutableArray<Cell> cells)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        if (shape.FactColumn >= 0)
        {
            var (fact, test) = (cells[shape.FactColumn], cells[shape.FactColumn + 1]);
            if (fact.Text.Length > 0 && fact.IsDash && test.Text.Length > 0 && test.IsDash) return [];
            if (heading.Find(fact) is { } term) Add(term, test);
        }

        foreach (var (position, term) in shape.Inputs)
            if (term is not null && !(cells[position] is { IsDash: true, Text.Length: > 0 })) Add(term, cells[position]);
        return conditions.ToImmutable();

        void Add(Term term, Cell cell)
        {
            if (new TestReader(term.Type, issues).Read(cell) is { } values) conditions.Add(new Condition(term, values, cell.Text, cell.Place));
        }
    }

    private Output ReadOutput(OutputColumn column, Cell cell)
    {
        var output = new Output(column, cell.IsDash ? "" : cell.Text, cell.Place);
        if (cell.IsDash) return output;
        if (column.Derived is { } derived)
        {
            var value = new TestReader(derived.Type, issues).Read(cell);
            if (value is { IsSingle: false })
                issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownOutput,
                    $"Expected one value of '{derived.Name}'; found '{cell.Text}'.", derived.Type.IsNumeric ? "" : derived.Type.ChoiceHint(cell.Text)));
            return output with { Value = value };
        }

        const string perKilogram = " per kg";
        var perKg = cell.Text.EndsWith(perKilogram, StringComparison.Ordinal);
        var number = Literal.Plain(perKg ? cell.Text[..^perKilogram.Length] : cell.Text);
        if (column.Unit.Length > 0 && number is null)
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownOutput,
                $"Expected a number in {column.Unit} or a number 'per kg'; found '{cell.Text}'."));
        if (perKg && WeightColumns() != 1)
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownOutput,
                "A dose per kilogram needs exactly one input column with the unit kg."));
        return output with { Number = number, PerKilogram = perKg };
    }

    private int WeightColumns() => shape.Inputs.Values.Count(term => term?.Type.Unit == "kg");

    private RowAdvice? ReadAdvice(ImmutableArray<Cell> cells)
    {
        var advice = Cell("advice");
        if (advice.IsDash) return null;
        var kind = AdviceWords.Parse(advice.Text);
        if (kind is null) Expected(advice, $"one of {string.Join(", ", AdviceWords.All)}", AdviceWords.All);
        var subject = Cell("subject");
        if (subject.IsDash) Expected(subject, "what the advice is about", []);
        var intensity = Cell("intensity");
        var amount = intensity.IsDash ? Intensity.None : IntensityWords.Parse(intensity.Text);
        if (amount is null) Expected(intensity, $"one of {string.Join(", ", IntensityWords.All)}", IntensityWords.All);
        return kind is null || amount is null || subject.IsDash
            ? null
            : new RowAdvice(kind.Value, subject.Text, amount.Value, When("from"), When("until"),
                Cell("reason") is { IsDash: false } reason ? reason.Text : "",
                Cell("channel") is { IsDash: false } other ? other.Text : channel);

        Cell Cell(string column) => shape.Advice.TryGetValue(column, out var position) ? cells[position] : new Cell("", cells[0].Place);

        Milestone? When(string column)
        {
            if (Cell(column) is not { IsDash: false } cell) return null;
            if (Milestone.Parse(cell.Text) is { } milestone) return milestone;
            Expected(cell, "a milestone such as now, 28+0, labour or birth + 6 wk", Milestone.EventNames);
            return null;
        }

        void Expected(Cell cell, string what, IEnumerable<string> words) => issues.Add(KnowledgeIssue.At(
            cell.Place, IssueCode.UnknownOutput, $"Expected {what}; found '{cell.Text}'.", Nearest.Hint(cell.Text, words)));
    }

    private string ReadSource(ImmutableArray<Cell> cells)
    {
        var cell = Annotation(cells, "source");
        if (cell.IsDash && shape.Annotations.ContainsKey("source"))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource, "Expected the section, table or page of the source; found none."));
        return cell.Text;
    }

    private Checked ReadChecked(ImmutableArray<Cell> cells)
    {
        var cell = Annotation(cells, "checked");
        if (CheckedWords.Parse(cell.Text) is { } how) return how;
        if (shape.Annotations.ContainsKey("checked"))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource,
                $"Expected how it was checked (primary, reproduced, secondary or recalled); found '{cell.Text}'.", Nearest.Hint(cell.Text, CheckedWords.All)));
        return Checked.Recalled;
    }

    private Cell Annotation(ImmutableArray<Cell> cells, string column) =>
        shape.Annotations.TryGetValue(column, out var position)
            ? cells[position].IsDash ? cells[position] with { Text = "" } : cells[position]
            : new Cell("", cells[0].Place);

    private ImmutableArray<string> ReadOverrides(string text)
    {
        var document = tableAddress[..tableAddress.IndexOf('/')];
        return
        [
            .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(address => address.Count(character => character == '/') switch
                {
                    0 => $"{tableAddress}/{address}",
                    1 => $"{document}/{address}",
                    _ => address,
                }),
        ];
    }
}
