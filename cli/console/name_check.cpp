#include <cli/console/name_check.h>

#include <formats/encoding/name_text.h>

namespace starqueue::cli {

std::string isName(const std::string& text)
{
    const auto problem = formats::nameProblem(text);
    return problem ? "must be one line of plain text; it " + *problem : "";
}

} // namespace starqueue::cli
