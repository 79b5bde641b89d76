#include "machine/modules/mersenne.h"

#include <algorithm>
#include <string>

namespace il::machine {

void Mersenne::seed(std::int64_t number)
{
    const std::uint64_t size =
        number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(size)};
    if (size >> 32 != 0)
        key.push_back(static_cast<std::uint32_t>(size >> 32));
    seedArray(key);
}

void Mersenne::seed(std::string_view text)
{
    std::string bytes(text);
    for (const std::uint8_t byte : sha512(text))
        bytes += static_cast<char>(byte);
    // The bytes are one number, most significant first; its key is that number's 32-bit digits, least first.
    std::vector<std::uint32_t> key;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[bytes.size() - 1 - i]));
        if (i % 4 == 0)
            key.push_back(0);
        key.back() |= byte << (8 * (i % 4));
    }
    while (key.size() > 1 && key.back() == 0)
        key.pop_back();
    seedArray(key);
}

void Mersenne::seedArray(const std::vector<std::uint32_t>& key)
{
    m_state[0] = 19650218u;
    for (std::uint32_t i = 1; i < length; ++i)
        m_state[i] = 1812433253u * (m_state[i - 1] ^ (m_state[i - 1] >> 30)) + i;
    std::size_t i = 1, j = 0;
    const auto advance = [&] {
        if (++i == length) {
            m_state[0] = m_state[length - 1];
            i = 1;
        }
    };
    for (std::size_t k = std::max(length, key.size()); k > 0; --k) {
        m_state[i] = (m_state[i] ^ ((m_state[i - 1] ^ (m_state[i - 1] >> 30)) * 1664525u)) + key[j] +
                     static_cast<std::uint32_t>(j);
        advance();
        j = (j + 1) % key.size();
    }
    for (std::size_t k = length - 1; k > 0; --k) {
        m_state[i] = (m_state[i] ^ ((m_state[i - 1] ^ (m_state[i - 1] >> 30)) * 1566083941u)) -
                     static_cast<std::uint32_t>(i);
        advance();
    }
    m_state[0] = 0x80000000u;
    m_index = length;
}

void Mersenne::refill()
{
    constexpr std::size_t middle = 397;
    for (std::size_t k = 0; k < length; ++k) {
        const std::uint32_t y = (m_state[k] & 0x80000000u) | (m_state[(k + 1) % length] & 0x7FFFFFFFu);
        m_state[k] = m_state[(k + middle) % length] ^ (y >> 1) ^ ((y & 1u) != 0 ? 0x9908B0DFu : 0u);
    }
    m_index = 0;
}

std::uint32_t Mersenne::next()
{
    if (m_index == length)
        refill();
    std::uint32_t y = m_state[m_index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680u;
    y ^= (y << 15) & 0xEFC60000u;
    return y ^ (y >> 18);
}

double Mersenne::fraction()
{
    const std::uint32_t a = next() >> 5, b = next() >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

std::int64_t Mersenne::bits(int bits)
{
    if (bits <= 0)
        return 0;
    if (bits <= 32)
        return next() >> (32 - bits);
    const std::uint64_t low = next();
    const std::uint64_t high = next() >> (64 - bits);
    return static_cast<std::int64_t>(high << 32 | low);
}

} // namespace il::machine
