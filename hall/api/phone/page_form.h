#pragma once

#include <hall/api/request/exchange.h>

namespace starqueue::hall {

/// Whether the request is a form that a page without script has sent.
[[nodiscard]] bool isForm(const http::Request& request);

/// Makes the command of a form: its fields become a JSON body, the answer the page with that path, which
/// notes `done` or `failed`.
struct FormAnswer
{
    std::string page;
    std::string done; ///< empty: the page itself shows it
    std::string failed;
};
/// The problem: no form of the pages has such a field, and nothing is made of it.
[[nodiscard]] std::optional<Problem> takeForm(http::Request& request, const http::Reply& reply,
                                              const FormAnswer& answer);

} // namespace starqueue::hall
