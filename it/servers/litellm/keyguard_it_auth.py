"""The keys of LiteLlmIT and what they may use; LiteLLM's own checks do the refusing."""

from fastapi import Request
from litellm.proxy._types import ProxyException, UserAPIKeyAuth

MODELS = {
    "gateway-loopback-alpha-5d41402a": ["gpt-4.1"],
    "gateway-loopback-beta-7d793037": ["gpt-4.1", "gpt-4o"],
}


async def user_api_key_auth(request: Request, api_key: str) -> UserAPIKeyAuth:
    if api_key not in MODELS:
        raise ProxyException(
            message="Authentication Error, not a key of this gateway", type="auth_error", param="key", code=401
        )
    return UserAPIKeyAuth(api_key=api_key, models=MODELS[api_key])
