#pragma once

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::hall {

/// One document on its way to another system.
struct Delivery
{
    std::string url;
    std::string body;
    std::vector<std::string> headers; ///< "Name: value"
};

/// Sends documents to another system, one at a time.
class Poster
{
public:
    Poster() = default;
    virtual ~Poster() = default;
    Poster(const Poster&) = delete;
    Poster& operator=(const Poster&) = delete;

    /// POSTs it and waits for the answer, half a minute at most. The error says in a few words, without
    /// address, why it wasn't taken: everything but a 2xx.
    [[nodiscard]] virtual tl::expected<void, std::string> post(const Delivery& delivery) = 0;
    /// Ends what is under way, and all that comes later. Any thread.
    virtual void stop() = 0;
};

using MakePoster = std::function<std::unique_ptr<Poster>()>;

/// Over HTTP or HTTPS with libcurl; a certificate that the machine doesn't trust is refused, redirections are
/// not followed.
[[nodiscard]] std::unique_ptr<Poster> makeCurlPoster();

} // namespace starqueue::hall
