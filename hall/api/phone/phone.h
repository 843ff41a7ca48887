#pragma once

#include <hall/api/context/hall.h>
#include <hall/api/pages/pages.h>

#include <string_view>

namespace starqueue::hall {

/// The customer's phone: /t/{secret} (page), /t/{secret}/state (JSON), POST /t/{secret}/cancel {requestId}
/// and /postpone, and what is below /t/{secret}/rating. A command may come as a page's form, too. Needs no
/// token: the secret is the right to see, cancel and rate this one ticket. `path` is what follows /t/.
void routePhone(Hall& hall, const Pages& pages, http::Request request, http::Reply reply,
                std::string_view path);

} // namespace starqueue::hall
