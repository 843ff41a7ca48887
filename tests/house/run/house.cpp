#include <house/run/house.h>

#include <cstdio>

namespace starqueue::house {

namespace {

constexpr std::uint64_t kFnvBasis = 14695981039346656037U;

std::uint64_t fnv(std::uint64_t hash, std::string_view bytes)
{
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

} // namespace

House::House(const Options& options)
    : m_options(options), m_kernel(options.seed), m_disk(m_kernel.clock, random("disk")), m_vfs(m_disk),
      m_weather(m_kernel.agenda, random("weather")), m_hash(kFnvBasis)
{
    m_weather.onStrike = [this](const Fault& fault) {
        m_sometimes.saw("fault " + fault.name());
        tell({"weather", fault.name()});
    };
    m_weather.onCalmBegins = [this] { onCalmBegins(); };
    m_weather.onCalmEnds = [this] { onCalmEnds(); };
}

House::~House()
{
    for (const auto& inhabitant : m_inhabitants)
        inhabitant->end();
}

void House::tell(const Fact& fact)
{
    const std::string line = fact.line();
    m_hash = fnv(fnv(m_hash, std::to_string(clock().elapsed().count())), line);
    if (m_options.trace)
        std::printf("%12.6f %s\n", std::chrono::duration<double>{clock().sinceStart()}.count(), line.c_str());
    for (const auto& checker : m_checkers)
        checker->onFact(fact);
}

void House::moveIn(std::unique_ptr<Inhabitant> inhabitant)
{
    m_inhabitants.push_back(std::move(inhabitant));
}

void House::moveIn(std::unique_ptr<Fault> fault)
{
    m_weather.add(*fault, m_options.mix);
    if (fault->use() == Fault::Use::Always && m_options.mix.empty())
        m_sometimes.expect("fault " + fault->name());
    m_faults.push_back(std::move(fault));
}

void House::moveIn(std::unique_ptr<Checker> checker)
{
    checker->onFound = [this](const Checker& who, const std::string& what) {
        m_findings.add(who.name(), what, clock().sinceStart());
        if (m_options.trace)
            std::printf("%12s %s: %s\n", "RED", who.name().c_str(), what.c_str());
    };
    m_checkers.push_back(std::move(checker));
}

void House::onCalmBegins()
{
    tell({"weather", "calm begins"});
    for (const auto& task : m_whenCalmBegins)
        task();
}

void House::onCalmEnds()
{
    tell({"weather", "calm ends"});
    for (const auto& checker : m_checkers)
        checker->onCalmEnds();
}

Outcome House::run()
{
    for (const auto& [fault, weight] : m_weather.weights())
        tell({"weather", "drew", {{fault, std::to_string(weight)}}});
    for (const auto& inhabitant : m_inhabitants)
        inhabitant->start();
    const auto end = agenda().now() + m_options.length();
    m_weather.start(end, m_options.core ? Weather::Storms::Once : Weather::Storms::Again);
    agenda().runUntil(end + Weather::kCalm);
    return {m_hash, agenda().steps(), m_findings.all(), m_sometimes.counts()};
}

} // namespace starqueue::house
