namespace Decidua.Knowledge.Documents;

/// <summary>A place in a knowledge file. Lines and columns count from 1.</summary>
/// <param name="File">Path below the knowledge folder, with forward slashes.</param>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Column">Column number in characters, from 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
