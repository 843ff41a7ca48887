#include <cli/console/date_check.h>

#include <time/timestamp.h>

namespace starqueue::cli {

std::string isDate(const std::string& text)
{
    return time::parseGivenDate(text) ? ""
                                      : "\"" + text + "\" is no date such as 2026-11-22, from 1970 to 2099";
}

} // namespace starqueue::cli
