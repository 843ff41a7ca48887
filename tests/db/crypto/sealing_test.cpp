#include <db/crypto/sealing.h>

#include <gtest/gtest.h>

namespace starqueue::db {
namespace {

constexpr std::string_view kRecord = R"({"name":"王芳","stars":7})";

Key256 sealingKey(std::uint8_t filledWith)
{
    Key256 key{};
    key.fill(filledWith);
    return key;
}

queue::Bits128 sealedPerson(std::uint8_t filledWith)
{
    queue::Bits128 ref{};
    ref.fill(filledWith);
    return ref;
}

TEST(Sealing, IsOpenedByItsKeyForItsPersonAlone)
{
    const std::string sealed = seal(kRecord, sealingKey(1), sealedPerson(7));
    EXPECT_EQ(unseal(sealed, sealingKey(1), sealedPerson(7)), kRecord);
    EXPECT_EQ(unseal(sealed, sealingKey(2), sealedPerson(7)), std::nullopt);
    EXPECT_EQ(unseal(sealed, sealingKey(1), sealedPerson(8)), std::nullopt)
        << "another's record in its place";
    for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
        std::string flipped = sealed;
        flipped[i / 8] = static_cast<char>(static_cast<unsigned char>(flipped[i / 8]) ^ (1U << (i % 8)));
        EXPECT_EQ(unseal(flipped, sealingKey(1), sealedPerson(7)), std::nullopt) << "bit " << i;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        EXPECT_EQ(unseal(sealed.substr(0, size), sealingKey(1), sealedPerson(7)), std::nullopt) << size;
}

TEST(Sealing, OfTheSameTextIsNeverTheSame)
{
    constexpr std::size_t kNonce = 24;
    const std::string one = seal(kRecord, sealingKey(1), sealedPerson(7));
    const std::string other = seal(kRecord, sealingKey(1), sealedPerson(7));
    EXPECT_NE(one.substr(0, kNonce), other.substr(0, kNonce));
    EXPECT_NE(one.substr(kNonce), other.substr(kNonce));
    EXPECT_EQ(one.find("stars"), std::string::npos);
}

} // namespace
} // namespace starqueue::db
