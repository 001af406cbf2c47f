using System.Text;

namespace Decidua.Knowledge.Documents;

/// <summary>Turns a name or heading into the id used in addresses and JSON.</summary>
public static class Slug
{
    /// <summary>
    /// Lower case; every run of characters other than <c>a-z</c> and <c>0-9</c> becomes one hyphen; none at the ends.
    /// <c>thrombophilia class (RCOG)</c> becomes <c>thrombophilia-class-rcog</c>.
    /// </summary>
    /// <param name="name">Any text.</param>
    /// <returns>The slug; empty when the name holds no letter or digit.</returns>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
