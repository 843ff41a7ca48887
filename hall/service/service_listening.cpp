#include <hall/service/service_parts.h>

#include <spdlog/spdlog.h>

#include <tuple>

namespace starqueue::hall {

settings::ListenSettings listenOf(const settings::HallSettings& settings, const ServiceOptions& options)
{
    settings::ListenSettings listen = settings.listen;
    listen.main = options.listen.value_or(listen.main);
    for (const auto& [listener, socket] : options.handed)
        if (listener == settings::Listener::Address)
            listen.main = socket.address;
        else
            (listener == settings::Listener::Phone ? listen.phone : listen.operations) = socket.address;
    if (options.inClear)
        listen.inClear.insert(settings::Listener::Address);
    return listen;
}

tl::expected<void, std::string>
Service::Parts::listenAt(const settings::ListenSettings& listen,
                         const std::map<settings::Listener, HandedSocket>& handed)
{
    for (const auto& [listener, address] : settings::listenersInClear(listen))
        spdlog::warn("[listen] {}: other machines reach {}, where nothing encrypts what is said",
                     formats::word(listener), settings::toText(address));
    std::size_t id = 0;
    for (const auto& [listener, address, side] :
         {std::tuple{settings::Listener::Address, std::optional{listen.main}, RequestDispatcher::Side::Main},
          std::tuple{settings::Listener::Operations, listen.operations, RequestDispatcher::Side::Operations},
          std::tuple{settings::Listener::Phone, listen.phone, RequestDispatcher::Side::Phone}}) {
        if (!address)
            continue;
        m_dispatcher.assign(id++, side); // first: clients may wait already
        const auto socket = handed.find(listener);
        const auto endpoint = socket == handed.end() ? m_server.start(address->host, address->port)
                                                     : m_server.adopt(socket->second.descriptor);
        if (!endpoint)
            return tl::unexpected(endpoint.error().text);
        if (listener == settings::Listener::Address)
            m_url = "http://" + settings::toText({address->host, endpoint->port});
    }
    return {};
}

} // namespace starqueue::hall
