#pragma once

#include <hall/api/pages/pages.h>
#include <hall/api/phone/page_reader.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// GET /t/{secret}/rating: the page on which a visit is rated, and then explained, by forms alone.
void sendRatingPage(Hall& hall, const Pages& pages, const ExchangePtr& exchange);

} // namespace starqueue::hall
