# torch.nn.modules.activation (torch.nn, torch.nn.modules): MultiheadAttention.
import math
import torch
import torch.nn.functional as F
from torch.nn import init
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter


class NonDynamicallyQuantizableLinear(Linear):
    """The output projection of MultiheadAttention, known by this name when printed."""


class MultiheadAttention(Module):
    """Attention by `num_heads` heads of embed_dim / num_heads each, between projections in and out.

    Sequences are (length, batch, features), or (batch, length, features) with `batch_first`, or unbatched
    (length, features). A True in a boolean mask hides a position; a float mask is added to the scores."""

    def __init__(
        self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False, add_zero_attn=False, kdim=None,
        vdim=None, batch_first=False, device=None, dtype=None,
    ):
        super().__init__()
        if embed_dim <= 0 or num_heads <= 0:
            raise ValueError(
                f"embed_dim and num_heads must be greater than 0, got embed_dim={embed_dim} and "
                f"num_heads={num_heads} instead"
            )
        self.embed_dim = embed_dim
        self.kdim = kdim if kdim is not None else embed_dim
        self.vdim = vdim if vdim is not None else embed_dim
        self._qkv_same_embed_dim = self.kdim == embed_dim and self.vdim == embed_dim
        self.num_heads = num_heads
        self.dropout = dropout
        self.batch_first = batch_first
        self.head_dim = embed_dim // num_heads
        if self.head_dim * num_heads != embed_dim:
            raise AssertionError("embed_dim must be divisible by num_heads")
        self.add_zero_attn = add_zero_attn

        def empty(*shape):
            return Parameter(torch.empty(shape, device=device, dtype=dtype))

        if self._qkv_same_embed_dim:
            self.in_proj_weight = empty(3 * embed_dim, embed_dim)
            for name in ("q_proj_weight", "k_proj_weight", "v_proj_weight"):
                self.register_parameter(name, None)
        else:
            self.q_proj_weight = empty(embed_dim, embed_dim)
            self.k_proj_weight = empty(embed_dim, self.kdim)
            self.v_proj_weight = empty(embed_dim, self.vdim)
            self.register_parameter("in_proj_weight", None)
        self.register_parameter("in_proj_bias", empty(3 * embed_dim) if bias else None)
        self.out_proj = NonDynamicallyQuantizableLinear(embed_dim, embed_dim, bias=bias, device=device, dtype=dtype)
        self.bias_k = empty(1, 1, embed_dim) if add_bias_kv else None
        self.bias_v = empty(1, 1, embed_dim) if add_bias_kv else None
        self._reset_parameters()

    def _reset_parameters(self):
        if self._qkv_same_embed_dim:
            init.xavier_uniform_(self.in_proj_weight)
        else:
            for weight in (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight):
                init.xavier_uniform_(weight)
        if self.in_proj_bias is not None:
            init.zeros_(self.in_proj_bias)
            init.zeros_(self.out_proj.bias)
        if self.bias_k is not None:
            init.xavier_normal_(self.bias_k)
            init.xavier_normal_(self.bias_v)

    def forward(
        self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None, average_attn_weights=True,
        is_causal=False,
    ):
        batched = _check_ranks(query, key, value, key_padding_mask, attn_mask)
        if is_causal and attn_mask is None:
            raise RuntimeError(
                "Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                "`generate_square_subsequent_mask` to create this mask."
            )
        batch_first = self.batch_first and batched
        if not batched:
            same = key is query, value is key
            query = query.unsqueeze(1)
            key = query if same[0] else key.unsqueeze(1)
            value = key if same[1] else value.unsqueeze(1)
            if key_padding_mask is not None:
                key_padding_mask = key_padding_mask.unsqueeze(0)
        self._check_widths(query, key, value)
        q, k, v = self._projected(query, key, value)
        mask = self._score_mask(q, k, batch_first, key_padding_mask, attn_mask)
        q, k, v = self._heads(q, batch_first), self._heads(k, batch_first), self._heads(v, batch_first)
        if self.bias_k is not None:
            k, v, mask = self._extended(k, v, mask, self.bias_k, self.bias_v)
        if self.add_zero_attn:
            zeros = torch.zeros(1, 1, self.embed_dim, dtype=k.dtype)
            k, v, mask = self._extended(k, v, mask, zeros, zeros)
        dropout = self.dropout if self.training else 0.0
        weights = None
        if need_weights:
            scores = (q * math.sqrt(1.0 / self.head_dim)) @ k.transpose(-2, -1)
            weights = F.softmax(scores if mask is None else scores + mask, dim=-1)
            if dropout > 0.0:
                weights = F.dropout(weights, p=dropout)
            attended = weights @ v
        else:
            attended = F.scaled_dot_product_attention(q, k, v, mask, dropout)
        output = self._joined(attended, batch_first)
        if weights is not None and average_attn_weights:
            weights = weights.mean(dim=1)
        if not batched:
            output = output.squeeze(1)
            weights = None if weights is None else weights.squeeze(0)
        return output, weights

    def _check_widths(self, query, key, value):
        width = query.shape[-1]
        if width != self.embed_dim:
            raise AssertionError(f"was expecting embedding dimension of {self.embed_dim}, but got {width}")
        if self._qkv_same_embed_dim and key.shape != value.shape:
            shapes = (key, value)
            if self.batch_first:
                shapes = (key.transpose(0, 1), value.transpose(0, 1))
            raise AssertionError(f"key shape {shapes[0].shape} does not match value shape {shapes[1].shape}")

    def _projected(self, query, key, value):
        """Query, key and value after their linear maps; one product when all three are the same tensor."""
        bias = self.in_proj_bias
        if not self._qkv_same_embed_dim:
            weights = (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight)
        elif key is value and query is key:
            return F.linear(query, self.in_proj_weight, bias).chunk(3, dim=-1)
        else:
            weights = self.in_proj_weight.chunk(3)
        biases = (None, None, None) if bias is None else bias.chunk(3)
        return tuple(F.linear(x, w, b) for x, w, b in zip((query, key, value), weights, biases))

    def _heads(self, x, batch_first):
        """From three dimensions to (batch, heads, length, head_dim)."""
        x = x.unflatten(-1, (self.num_heads, self.head_dim))
        return x.transpose(1, 2) if batch_first else x.permute(1, 2, 0, 3)

    def _joined(self, attended, batch_first):
        """From (batch, heads, length, head_dim) back to the layout of the input, projected out."""
        batch, _, length, _ = attended.shape
        rows = attended.permute(2, 0, 1, 3).reshape(length * batch, self.embed_dim)
        output = F.linear(rows, self.out_proj.weight, self.out_proj.bias).view(length, batch, -1)
        # in memory time comes first in both cases: a dropout that follows draws its mask in that order
        return output.transpose(0, 1) if batch_first else output

    def _score_mask(self, q, k, batch_first, key_padding_mask, attn_mask):
        """Both masks as one tensor to add to scores of shape (batch, heads, queries, keys), or None."""
        if attn_mask is None and key_padding_mask is None:
            return None
        time = 1 if batch_first else 0
        batch, queries, keys = q.shape[1 - time], q.shape[time], k.shape[time]
        mask = None
        if attn_mask is not None:
            mask = _additive(attn_mask, "attn_mask", q.dtype)
            wanted = (queries, keys) if mask.dim() == 2 else (batch * self.num_heads, queries, keys)
            if tuple(mask.shape) != wanted:
                raise RuntimeError(
                    f"The shape of the {mask.dim()}D attn_mask is {mask.shape}, but should be {wanted}."
                )
            if mask.dim() == 3:
                mask = mask.view(batch, self.num_heads, queries, keys)
        if key_padding_mask is not None:
            for dim, wanted in ((0, batch), (1, keys)):
                if key_padding_mask.shape[dim] != wanted:
                    raise AssertionError(
                        f"Expected key_padded_mask.shape[{dim}] to be {wanted}, but got {key_padding_mask.shape[dim]}"
                    )
            hidden = _additive(key_padding_mask, "key_padding_mask", q.dtype).view(batch, 1, 1, keys)
            mask = hidden if mask is None else mask + hidden
        return mask

    def _extended(self, k, v, mask, extra_k, extra_v):
        """Keys and values with one more position, which no mask hides."""
        def appended(x, extra):
            row = extra.reshape(1, self.num_heads, 1, self.head_dim).expand(x.shape[0], -1, -1, -1)
            return torch.cat([x, row], dim=2)

        return appended(k, extra_k), appended(v, extra_v), None if mask is None else F.pad(mask, (0, 1))


def _additive(mask, name, dtype):
    """A boolean mask as numbers to add: -inf hides."""
    if mask.dtype == torch.bool:
        return torch.zeros(mask.shape, dtype=dtype, device=mask.device).masked_fill_(mask, float("-inf"))
    if not mask.is_floating_point():
        raise AssertionError(f"only bool and floating types of {name} are supported")
    return mask


def _check_ranks(query, key, value, key_padding_mask, attn_mask):
    """Whether the query is batched; raises where the ranks of the others do not fit it."""
    rank = query.dim()
    if rank not in (2, 3):
        raise AssertionError(
            f"query should be unbatched 2D or batched 3D tensor but received {rank}-D query tensor"
        )
    kind = "batched (3-D)" if rank == 3 else "unbatched (2-D)"
    if key.dim() != rank or value.dim() != rank:
        raise AssertionError(
            f"For {kind} `query`, expected `key` and `value` to be {rank}-D but found {key.dim()}-D and "
            f"{value.dim()}-D tensors respectively"
        )
    if key_padding_mask is not None and key_padding_mask.dim() != rank - 1:
        raise AssertionError(
            f"For {kind} `query`, expected `key_padding_mask` to be `None` or {rank - 1}-D but found "
            f"{key_padding_mask.dim()}-D tensor instead"
        )
    if attn_mask is not None and attn_mask.dim() not in (2, 3):
        raise AssertionError(
            f"For {kind} `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D "
            "tensor instead"
        )
    return rank == 3
